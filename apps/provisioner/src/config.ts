import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { readConfigFile } from "./config-file.ts";
import { durationPattern, parseDuration } from "./fleet/duration.ts";
import { journalKeyPattern, makeKeyCommand } from "./journal/key.ts";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be an address such as postgres://host/name" });

/** Every setting of the provisioner. `docs/configuration.md` is written from these texts. */
export const environment = z.object({
  MINTMARK_CONFIG_FILE: z
    .string()
    .min(1)
    .optional()
    .describe("A file with settings of this table, as `NAME=value` lines. What the environment says goes before it."),
  MINTMARK_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Where the embedded database and the journal key lie, and where relative paths of a manifest start. " +
        "Unset: `.mintmark` in the working directory.",
    ),
  MINTMARK_FLEET: z.string().min(1).optional().describe("The manifest, folder or glob that is read without `-f`."),
  MINTMARK_ROOT_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "What `{ fromEnvironment: MINTMARK_ROOT_URL }` in a manifest means. Unset: http://127.0.0.1 at MINTMARK_HTTP_PORT.",
    ),
  MINTMARK_HTTP_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe("The port of the authority here."),
  DATABASE_URL: postgresUrl.optional().describe("PostgreSQL's address. Unset: the embedded server in MINTMARK_FOLDER."),
  MINTMARK_PROVISIONER_DATABASE_URL: postgresUrl
    .optional()
    .describe("PostgreSQL's address for the provisioner's journal. Unset: DATABASE_URL."),
  MINTMARK_DIRECT_DATABASE_URL: postgresUrl
    .optional()
    .describe(
      "PostgreSQL's address around a pooler, for migrations and for the session that tells others that a process lives. " +
        "Unset: the database's own.",
    ),
  MINTMARK_PROVISIONER_DIRECT_DATABASE_URL: postgresUrl
    .optional()
    .describe("The same for MINTMARK_PROVISIONER_DATABASE_URL. Unset: that address."),
  MINTMARK_JOURNAL_KEY: z
    .string()
    .regex(journalKeyPattern, `must be 64 hexadecimal digits; make one with: ${makeKeyCommand}`)
    .optional()
    .describe(
      "Seals tokens between their creation and their delivery. Made once in MINTMARK_FOLDER with the embedded database; " +
        "to be given, also as MINTMARK_JOURNAL_KEY_FILE, with a DATABASE_URL.",
    ),
  MINTMARK_OTHER_JOURNAL_KEY: z
    .string()
    .regex(journalKeyPattern, `must be 64 hexadecimal digits; make one with: ${makeKeyCommand}`)
    .optional()
    .describe(
      "A second key that opens and does not seal, also as MINTMARK_OTHER_JOURNAL_KEY_FILE. To change the key, give the next one here to " +
        "all processes, then change the two over, and leave the former out once no process seals with it: what it sealed is sealed anew.",
    ),
  MINTMARK_LEASE_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3600)
    .default(60)
    .describe(
      "How long a worker that fell silent and was not killed keeps others from its bot. Longer than any single write to a " +
        "sink takes; the same for all processes on one database.",
    ),
  MINTMARK_RUN_EVERY: z
    .string()
    .regex(durationPattern, "must be a duration such as 5m")
    .default("5m")
    .describe("How often `run` looks at each target, whichever process does. Unless `--every` says it."),
  MINTMARK_PROVISIONER_METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe("Where `run` serves Prometheus's metrics to this machine, at /metrics. Unset: nowhere."),
  NO_COLOR: z.string().optional().describe("Not empty: no colours."),
});

export type Config = {
  readonly folder: string;
  readonly manifests: readonly string[];
  /** Undefined: the embedded server in `folder`. */
  readonly databaseUrl: string | undefined;
  readonly directDatabaseUrl: string | undefined;
  /** Undefined: the folder's own, made once. */
  readonly journalKey: Buffer | undefined;
  /** Opens what it has sealed, and seals nothing. */
  readonly otherJournalKey: Buffer | undefined;
  /** Where the keys lie, as far as they lie in files. */
  readonly keyFiles: readonly string[];
  readonly leaseMs: number;
  readonly runEveryMs: number;
  /** Undefined: metrics are not served. */
  readonly metricsPort: number | undefined;
  readonly color: boolean;
  /** What a manifest's `{ fromEnvironment: NAME }` stands for. */
  readonly lookUp: (name: string) => string | undefined;
};

export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(faults: readonly string[]) {
    super(`invalid environment:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  }
}

/**
 * Called once, in main. Everything else is handed the part of the Config that it needs.
 * @throws ConfigError that tells every fault at once, and never a secret's value.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const set = withoutEmpty(env);
  const file = set.MINTMARK_CONFIG_FILE;
  const { settings, faults: ofFile } = file === undefined ? nothing : readConfigFile(file, settingsOfFiles);
  // A key goes before that of the file also where one is given itself, and the other by its file.
  const givenKeys = keys.flatMap((name) => ((set[name] ?? set[`${name}_FILE`]) ? [name, `${name}_FILE`] : []));
  const others = Object.entries(withoutEmpty(settings)).filter(([name]) => !givenKeys.includes(name));
  const given = { ...Object.fromEntries(others), ...set };
  const { filled, faults: ofKeys } = withKeyFiles(given);
  const faults = [...ofFile, ...ofKeys];
  const parsed = environment.safeParse(filled);
  const wrong = parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
  const databaseUrl = given.MINTMARK_PROVISIONER_DATABASE_URL ?? given.DATABASE_URL;
  if (databaseUrl !== undefined && filled.MINTMARK_JOURNAL_KEY === undefined && faults.length === 0) {
    faults.push(`MINTMARK_JOURNAL_KEY: needed with a DATABASE_URL; make one with: ${makeKeyCommand}`);
  }
  // SECURITY: with it anybody between us and a server could read every token, and nobody would notice.
  if (given.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    faults.push(
      "NODE_TLS_REJECT_UNAUTHORIZED: 0 turns TLS verification off; name your authority in NODE_EXTRA_CA_CERTS",
    );
  }
  if (!parsed.success || faults.length > 0) throw new ConfigError([...wrong, ...faults]);
  return toConfig(parsed.data, given);
}

const withoutEmpty = (env: NodeJS.Dict<string>): NodeJS.Dict<string> =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));

const keys = ["MINTMARK_JOURNAL_KEY", "MINTMARK_OTHER_JOURNAL_KEY"] as const;

const settingsOfFiles = [...Object.keys(environment.shape), ...keys.map((name) => `${name}_FILE`)].filter(
  (name) => name !== "MINTMARK_CONFIG_FILE",
);

const nothing = { settings: {}, faults: [] };

/** `MINTMARK_JOURNAL_KEY_FILE` names a file that holds the key, so that it stands in no environment; so for the other key. */
function withKeyFiles(env: Record<string, string | undefined>) {
  const filled = { ...env };
  const faults: string[] = [];
  for (const name of keys) {
    const file = env[`${name}_FILE`];
    if (file === undefined) continue;
    if (env[name] !== undefined) faults.push(`${name}: given twice, also as ${name}_FILE`);
    else {
      try {
        filled[name] = readFileSync(file, "utf8").trim();
      } catch {
        const fault = /^[0-9a-f]+$/i.test(file.trim())
          ? `is a key itself; name the file that holds it, or give it as ${name}`
          : `${file} cannot be read`;
        faults.push(`${name}_FILE: ${fault}`);
      }
    }
  }
  return { filled, faults };
}

const toKey = (hex: string | undefined): Buffer | undefined =>
  hex === undefined ? undefined : Buffer.from(hex, "hex");

function toConfig(values: z.output<typeof environment>, env: Record<string, string | undefined>): Config {
  const own = values.MINTMARK_PROVISIONER_DATABASE_URL;
  const rootUrl = values.MINTMARK_ROOT_URL ?? `http://127.0.0.1:${values.MINTMARK_HTTP_PORT}`;
  return {
    folder: resolve(values.MINTMARK_FOLDER ?? ".mintmark"),
    manifests: values.MINTMARK_FLEET === undefined ? [] : [values.MINTMARK_FLEET],
    databaseUrl: own ?? values.DATABASE_URL,
    directDatabaseUrl: own
      ? (values.MINTMARK_PROVISIONER_DIRECT_DATABASE_URL ?? own)
      : (values.MINTMARK_DIRECT_DATABASE_URL ?? values.DATABASE_URL),
    journalKey: toKey(values.MINTMARK_JOURNAL_KEY),
    otherJournalKey: toKey(values.MINTMARK_OTHER_JOURNAL_KEY),
    keyFiles: keys.flatMap((name) => env[`${name}_FILE`] ?? []),
    leaseMs: values.MINTMARK_LEASE_SECONDS * 1000,
    runEveryMs: parseDuration(values.MINTMARK_RUN_EVERY),
    metricsPort: values.MINTMARK_PROVISIONER_METRICS_PORT,
    color: values.NO_COLOR === undefined,
    lookUp: (name) => (name === "MINTMARK_ROOT_URL" ? rootUrl : env[name]),
  };
}
