import type { Client } from "@mintmark/client";
import { inParallel } from "../parallel.ts";
import type { ObservedState } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { toToken } from "./to-token.ts";
import { translated } from "./translate-error.ts";

/** What one request may ask for: all names stand in its address. */
const namesMax = 200;
const requestsAtOnce = 4;

/** Which of the accounts exist, with all their tokens, by lower-case name; from a Mintmark, which tells of many at once. */
export async function readState(client: Client, names: readonly string[]): Promise<ReadonlyMap<string, ObservedState>> {
  const found = new Map<string, ObservedState>();
  const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
  const parts = Array.from({ length: Math.ceil(wanted.length / namesMax) }, (_, index) =>
    wanted.slice(index * namesMax, (index + 1) * namesMax),
  );
  await inParallel(parts, requestsAtOnce, async (part) => {
    for (let after: number | null = 0; after !== null; ) {
      after = await readPage(client, part, after, found);
    }
  });
  return found;
}

/** Where the next page begins, or null. */
async function readPage(
  client: Client,
  names: readonly string[],
  after: number,
  found: Map<string, ObservedState>,
): Promise<number | null> {
  // Overlaps end on evidence, so the last uses are wanted too.
  const query = { names: names.join(","), last_use: "true", ...(after > 0 && { after }) };
  const { data } = await translated(() => client.GET("/api/mintmark/v1/admin/state", { params: { query } }));
  // Not modified: the client never says what it has already.
  if (!data) throw new TargetError("unexpected", "the target answered 304 although nothing was named");
  for (const { login, email, full_name: fullName, prohibit_login, active, tokens } of data.accounts) {
    const account = { name: login, email, fullName, isLocked: prohibit_login || !active };
    found.set(login.toLowerCase(), { account, tokens: tokens.map(toToken) });
  }
  return data.next;
}
