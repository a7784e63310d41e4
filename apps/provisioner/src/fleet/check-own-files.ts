import { join, resolve, sep } from "node:path";
import type { DeclaredBot, Fault, Place } from "./fleet.ts";
import type { Parsed } from "./parse.ts";

type Declared = { readonly bots: readonly DeclaredBot[]; readonly at: (path: readonly PropertyKey[]) => Place };

/** A device that is replaced by a file is gone, and may never end when it is read. */
const systems = /^\/(dev\/(?!shm\/)|proc\/|sys\/)/;

/** A sink that overwrote what the provisioner itself lives by would end it, and perhaps what is sealed. */
export function checkOwnFiles(
  declared: readonly Declared[],
  { targets }: Pick<Parsed, "targets">,
  folder: string,
): Fault[] {
  const credentials = targets.flatMap(({ value }) => {
    const { fromFile } = value.spec.credential;
    return typeof fromFile === "string" ? [resolve(folder, fromFile)] : [];
  });
  const own = new Set([...credentials, join(folder, "journal.key"), join(folder, "secret.key")]);
  const database = join(folder, "postgres") + sep;
  const faults: Fault[] = [];
  for (const { bots, at } of declared) {
    for (const [index, token] of bots.flatMap((bot) => [...bot.tokens.entries()])) {
      for (const [place, sink] of token.sinks.entries()) {
        if (sink.kind !== "file" && sink.kind !== "dotenv") continue;
        const isOwn = own.has(sink.path) || sink.path.startsWith(database);
        if (!isOwn && !systems.test(sink.path)) continue;
        const why = isOwn ? "is a file that mintmark itself needs" : "is no place for a file";
        const message = `sinks.${sink.kind}.path: ${sink.path} ${why}; choose another`;
        faults.push({ ...at(["spec", "tokens", index, "sinks", place]), message });
      }
    }
  }
  return faults;
}
