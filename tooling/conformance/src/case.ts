import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const expectation = z.strictObject({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
  found: z.record(z.string(), z.boolean()).optional(),
});

const step = z.strictObject({
  /** Who asks; see `authorization`. */
  as: z.string().default("anonymous"),
  /** Method and path, as they go out. */
  do: z.string().regex(/^[A-Z]+ \//),
  json: z.unknown().optional(),
  form: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  raw: z.string().optional(),
  headers: z.record(z.string(), z.string().nullable()).optional(),
  save: z.record(z.string(), z.union([z.string(), z.strictObject({ from: z.string(), match: z.string() })])).optional(),
  /** What of the answer counts beside its status. */
  headersOnly: z.boolean().optional(),
  statusOnly: z.boolean().optional(),
  alsoHeaders: z.array(z.string()).optional(),
  find: z.array(z.string()).optional(),
  /** Read what each signed token says, or that of one member. */
  decode: z.union([z.boolean(), z.string()]).optional(),
});

const use = z.array(z.string()).default([]);
const given = z.record(z.string(), z.string()).default({});

const conformanceCase = z.strictObject({
  id: z.string(),
  title: z.string(),
  profile: z.string().default("default"),
  use,
  with: given,
  /** A proposal made when the case was recorded; `deviations.ts` decides. */
  deviation: z.string().optional(),
  steps: z.array(step.extend({ expect: expectation })),
});

const fixtures = z.record(z.string(), z.strictObject({ use, steps: z.array(step) }));

export type Expectation = z.output<typeof expectation>;
export type Step = z.output<typeof step> & { readonly expect?: Expectation };
export type Case = z.output<typeof conformanceCase> & {
  /** The name of its file, without the folder. */
  readonly file: string;
};
export type Fixtures = z.output<typeof fixtures>;

const folder = new URL("../", import.meta.url);

/** All recorded cases, in the order of their files. */
export function readCases(): Case[] {
  const names = readdirSync(new URL("cases/", folder)).sort();
  return names.flatMap((file) => {
    const document = z.strictObject({ cases: z.array(conformanceCase) }).parse(readJson(`cases/${file}`));
    return document.cases.map((one) => ({ ...one, file }));
  });
}

/** Steps that make what cases need, by name. */
export const readFixtures = (): Fixtures => fixtures.parse(readJson("fixtures.json"));

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
