import { z } from "zod";
import { deadToken, type Vault } from "../stores/vault.ts";
import { inTurn } from "./in-turn.ts";
import type { ReadableSink, RefuseLate } from "./sink.ts";
import { SinkError } from "./sink-error.ts";

type Place = { readonly store: string; readonly path: string; readonly field: string };

/** `data` is null once the latest version is deleted or destroyed. */
const readAnswer = z.object({
  data: z.object({
    data: z.record(z.string(), z.unknown()).nullable(),
    metadata: z.object({ version: z.number() }),
  }),
});

const writeAnswer = z.object({ data: z.object({ version: z.number() }) });

const capabilitiesAnswer = z.object({ capabilities: z.array(z.string()) });

const refusal = z.object({ errors: z.array(z.string()) });

const casMismatch = /check-and-set parameter did not match/;

/** Others may write the same secret at the same time. */
const attemptsMax = 5;

/** One key of a secret in a KV version 2 engine. Every other key stays; whoever writes in between is not overwritten. */
export function vaultKv2Sink(vault: Vault, { store, path, field }: Place): ReadableSink {
  const address = `${vault.mount}/data/${path}`;
  const name = `${store}/${path}`;

  async function readSecret() {
    const { status, body } = await vault.ask("GET", address);
    if (status !== 200 && status !== 404) throw refused(name, status, body);
    const answer = readAnswer.safeParse(body);
    if (answer.success) return { version: answer.data.data.metadata.version, keys: answer.data.data.data ?? {} };
    // A secret that never was; a missing mount answers the same, and refuses the write.
    if (status === 404) return { version: 0, keys: {} };
    throw new SinkError(`${name}: the answer is none of a KV version 2 engine; is the mount of version 1?`);
  }

  async function write(plaintext: string, refuseLate?: RefuseLate): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const { version, keys } = await readSecret();
      if (keys[field] === plaintext) return `version ${version}`;
      refuseLate?.();
      const body = { options: { cas: version }, data: { ...keys, [field]: plaintext } };
      const answer = await vault.ask("POST", address, body);
      if (answer.status === 200) return confirm(writeAnswer.parse(answer.body).data.version, plaintext);
      const isMismatch = answer.status === 400 && casMismatch.test(errorsOf(answer.body));
      if (!isMismatch) throw refused(name, answer.status, answer.body);
      if (attempt === attemptsMax) throw new SinkError(`${name}: others keep writing it`, { isTransient: true });
    }
  }

  /** The version that we made, or a later one that still holds our value. */
  async function confirm(version: number, plaintext: string): Promise<string> {
    const now = await readSecret();
    if (now.version >= version && now.keys[field] === plaintext) return `version ${version}`;
    throw new SinkError(`${name}: version ${version} was written and does not read back`, { isTransient: true });
  }

  async function check(): Promise<void> {
    const { status, body } = await vault.ask("POST", "sys/capabilities-self", { paths: [address] });
    const held = capabilitiesAnswer.safeParse(body);
    if (status !== 200 || !held.success) throw refused(name, status, body);
    const missing = ["read", "create", "update"].filter((one) => !held.data.capabilities.includes(one));
    if (held.data.capabilities.includes("root") || missing.length === 0) return;
    throw new SinkError(`${name}: the policy lacks ${missing.join(", ")} on ${address}`);
  }

  return {
    check,
    write: (plaintext, refuseLate) => inTurn(`vault:${name}`, () => write(plaintext, refuseLate)),
    async read() {
      const value = (await readSecret()).keys[field];
      return typeof value === "string" && value !== "" ? value : undefined;
    },
  };
}

const errorsOf = (body: unknown): string => {
  const parsed = refusal.safeParse(body);
  return parsed.success ? parsed.data.errors.join("; ") : "";
};

/** SECURITY: of the store's own words only the known ones are repeated; others might hold what was sent. */
function refused(name: string, status: number, body: unknown): SinkError {
  const errors = errorsOf(body);
  if (status === 403 && deadToken.test(errors))
    return new SinkError(`${name}: permission denied (403): our token is mistyped, expired or was revoked`);
  if (status === 413) return new SinkError(`${name}: the whole secret is too large (413)`);
  if (status === 403)
    return new SinkError(`${name}: permission denied (403); the policy needs read, create and update`);
  if (status === 404) return new SinkError(`${name}: there is no KV version 2 engine at this mount (404)`);
  return new SinkError(`${name}: refused (${status})${casMismatch.test(errors) ? ", others write it" : ""}`);
}
