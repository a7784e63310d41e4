import { z } from "zod";
import { duration, name } from "./fields.ts";

const path = z
  .string()
  .regex(/^(?!(.*\/)?\.\.?$)[^\p{Cc}]*[^/\p{Cc}]$/u, { error: "must be the path of a file" })
  .describe("A relative path starts at MINTMARK_FOLDER. Folders are made as needed.");

const text = z.string().min(1);

const variable = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Settings of ours, some of which are secrets. */
const ours = /^(MINTMARK_|DATABASE_URL$|PG)/;

const file = z
  .strictObject({
    path,
    keepPrevious: z
      .boolean()
      .optional()
      .describe(
        "The value before this one stays in a file with `.prev` after its name until its generation is closed.",
      ),
  })
  .describe("The token alone, without a line end, in a file with mode 0600.");

const dotenv = z
  .strictObject({
    path,
    key: z
      .string()
      .regex(/^[A-Za-z_{][A-Za-z0-9_{}.-]*$/, { error: "must be a variable name" })
      .describe("The variable to set; every other line of the file stays as it is."),
  })
  .describe("One variable in a dotenv file.");

const exec = z
  .strictObject({
    program: text.describe(
      "What is run, without a shell: an absolute path, a path with a slash that starts at MINTMARK_FOLDER, or a name in PATH. " +
        "It gets one JSON object on standard input and answers one on standard output.",
    ),
    args: z.array(z.string()).default([]).describe("Its arguments. The token is never among them."),
    timeout: duration.default("30s").describe("It and all it started are killed after this time."),
    read: z.boolean().default(false).describe("The program also answers `operation: read`, so drift is found."),
    passEnvironment: z
      .array(
        z
          .string()
          .regex(variable, { error: "must be the name of an environment variable" })
          .refine((word) => !ours.test(word), { error: "is a setting of mintmark's own, which no program gets" }),
      )
      .default([])
      .describe("Variables it gets besides PATH, HOME, LANG, LC_ALL, TZ and TMPDIR."),
  })
  .describe("A program that delivers the token.");

const vaultKv2 = z
  .strictObject({
    store: name.describe("The Store with the address of Vault or OpenBao."),
    path: text
      .regex(/^[^/\s?#%]+(\/[^/\s?#%]+)*$/, { error: "must be a path such as bots/renovate" })
      .describe("The secret's path below the mount, without `data/`."),
    field: text.describe("The key to set; every other key of the secret stays as it is."),
  })
  .describe("One key of a secret in a KV version 2 engine of Vault or OpenBao.");

const label = /^[a-z0-9{]([a-z0-9_A-Z{}.-]*[a-z0-9}])?$/;

const kubernetesSecret = z
  .strictObject({
    store: name.describe("The Store with the cluster."),
    namespace: z.string().regex(label, { error: "must be the name of a namespace" }).describe("It must exist."),
    name: z.string().regex(label, { error: "must be the name of a Secret" }).describe("The Secret; made as needed."),
    key: z
      .string()
      .regex(/^[A-Za-z0-9._{}-]+$/, { error: "must be letters, digits, dots, dashes and underscores" })
      .describe("The key of its data to set; every other key stays as it is."),
    takeOver: z
      .boolean()
      .default(false)
      .describe("Take the key when another field manager owns it. Unset: that is a conflict, and told."),
  })
  .describe("One key of a Kubernetes Secret.");

const actionsSecret = z
  .strictObject({
    repository: z
      .string()
      .regex(/^[^/\s]+\/[^/\s]+$/, { error: "must be owner/name" })
      .optional()
      .describe("`owner/name`: the workflows of this repository see the secret."),
    organization: text.optional().describe("The workflows of all its repositories see the secret."),
    name: z
      .string()
      .regex(/^[A-Za-z_{][A-Za-z0-9_{}]*$/, { error: "must be letters, digits and underscores" })
      .describe("What workflows call it: `secrets.NAME`."),
  })
  .refine(({ repository, organization }) => (repository === undefined) !== (organization === undefined), {
    error: "must name one of repository, organization",
  })
  .describe("An Actions secret on the bot's own target. It cannot be read back.");

const kinds = { file, dotenv, exec, vaultKv2, kubernetesSecret, actionsSecret };

export const sink = z
  .strictObject({
    file: file.optional(),
    dotenv: dotenv.optional(),
    exec: exec.optional(),
    vaultKv2: vaultKv2.optional(),
    kubernetesSecret: kubernetesSecret.optional(),
    actionsSecret: actionsSecret.optional(),
  })
  .refine((sinks) => Object.values(sinks).filter((one) => one !== undefined).length === 1, {
    error: `must name exactly one of ${Object.keys(kinds).join(", ")}`,
  })
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe("Where the token is delivered.");

export type SinkSpec = z.output<typeof sink>;
