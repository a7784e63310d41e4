// The life of a script's token: made with the least scopes, rotated with an overlap, watched, and ended.
//
//   node examples/client.ts https://forge.example.org ada < password.txt
//
// Where passwords are switched off, an administrator does the same below /admin/users/{username}/tokens with a token.

import { randomUUID } from "node:crypto";
import { argv, stdin, stdout } from "node:process";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient, RefusedError } from "@mintmark/client";

const [baseUrl, username] = argv.slice(2);
if (!baseUrl || !username) throw new Error("usage: node examples/client.ts ADDRESS USERNAME < PASSWORD");
const say = (line: string) => stdout.write(`${line}\n`);

const password = (await text(stdin)).trim();
const person = createClient({ baseUrl, credential: { username, password } });
const path = { username };

// A repetition under this key, because the answer was lost, gives the same token and not a second one.
const made = await person.POST("/api/v1/users/{username}/tokens", {
  params: { path },
  body: {
    name: `example-${randomUUID()}`,
    scopes: ["read:user"],
    expires_at: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  },
  idempotencyKey: randomUUID(),
});
const old = made.data;
say(`made ${old.name} (…${old.token_last_eight}), which may ${old.scopes.join(", ")} until ${old.expires_at}`);

// The plaintext stands in that one answer. Put it where the script finds it, and nowhere else.
const script = createClient({ baseUrl, credential: { token: old.sha1 } });
const { data: user } = await script.GET("/api/v1/user");
say(`the token acts as ${user.login}`);
await script.GET("/api/v1/user/settings");
await script
  .PATCH("/api/v1/user/settings", { body: { full_name: "Not by this token" } })
  .catch((error: unknown) => say(`what it may not do: ${refusalOf(error)}`));

const rotated = await person.POST("/api/mintmark/v1/users/{username}/tokens/{token}/rotate", {
  params: { path: { username, token: String(old.id) } },
  body: { overlap_seconds: 3_600 },
  idempotencyKey: randomUUID(),
});
say(`rotated: …${rotated.data.token_last_eight} works, and …${old.token_last_eight} for another hour`);

// Uses are written some seconds late.
let lastUse: string | null | undefined;
for (let attempt = 0; !lastUse && attempt < 20; attempt++) {
  await sleep(1_000);
  const { data: tokens } = await person.GET("/api/v1/users/{username}/tokens", { params: { path } });
  lastUse = tokens.find(({ id }) => id === old.id)?.last_used_at;
}
say(`…${old.token_last_eight} was last used at ${lastUse}`);

// Whoever holds a token may ask what it is, without being anybody.
const { data: held } = await createClient({ baseUrl }).POST("/api/mintmark/v1/tokens/inspect", {
  body: { token: old.sha1 },
});
say(`…${held.token_last_eight} is ${held.owner}'s, and ${held.state}`);

for (const { id, sha1 } of [old, rotated.data]) {
  await person.DELETE("/api/v1/users/{username}/tokens/{token}", { params: { path: { username, token: String(id) } } });
  await createClient({ baseUrl, credential: { token: sha1 } })
    .GET("/api/v1/version")
    .catch((error: unknown) => say(`ended: ${refusalOf(error)}`));
}

/** What the server said; every other error is one that the example does not expect. */
function refusalOf(error: unknown): string {
  if (error instanceof RefusedError) return `${error.status} ${error.message}`;
  throw error;
}
