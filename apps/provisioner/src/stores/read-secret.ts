import { readFile } from "node:fs/promises";
import type { SecretSource } from "../fleet/fleet.ts";
import { SinkError } from "../sinks/sink-error.ts";

/** Where settings come from: the folder of relative paths, and the environment by name. */
export type Surroundings = {
  readonly folder: string;
  readonly lookUp: (name: string) => string | undefined;
};

/** A secret of ours, read now, since another program may have renewed it. @throws SinkError that names where it should lie. */
export async function readSecret(source: SecretSource, { lookUp }: Surroundings): Promise<string> {
  if ("fromEnvironment" in source) {
    const value = lookUp(source.fromEnvironment)?.trim();
    if (!value) throw new SinkError(`the environment variable ${source.fromEnvironment} is not set`);
    return value;
  }
  const text = (await readFile(source.fromFile, "utf8").catch(() => "")).trim();
  if (text === "") throw new SinkError(`${source.fromFile} cannot be read or is empty`);
  return text;
}
