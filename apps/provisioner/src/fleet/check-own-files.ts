import { join, resolve, sep } from "node:path";
import type { DeclaredBot, Fault, Place } from "./fleet.ts";
import type { Parsed } from "./parse.ts";

type Declared = { readonly bots: readonly DeclaredBot[]; readonly at: (path: readonly PropertyKey[]) => Place };

/** A device that is replaced by a file is gone, and may never end when it is read. */
const systems = /^\/(dev\/(?!shm\/)|proc\/|sys\/)/;

/** A sink that overwrote what the provisioner itself lives by would end it, and perhaps what is sealed. */
export function checkOwnFiles(
  declared: readonly Declared[],
  { targets, stores }: Pick<Parsed, "targets" | "stores">,
  folder: string,
): Fault[] {
  const named = [...targets, ...stores].flatMap(({ value }) => filesOf(value.spec));
  const own = new Set([...named, "journal.key", "secret.key"].map((file) => resolve(folder, file)));
  const database = join(folder, "postgres") + sep;
  const faults: Fault[] = [];
  for (const { bots, at } of declared) {
    for (const [index, token] of bots.flatMap((bot) => [...bot.tokens.entries()])) {
      for (const [place, sink] of token.sinks.entries()) {
        if (sink.kind !== "file" && sink.kind !== "dotenv") continue;
        const keepsPrevious = sink.kind === "file" && sink.keepPrevious === true;
        const paths = keepsPrevious ? [sink.path, `${sink.path}.prev`] : [sink.path];
        const taken = paths.find((path) => own.has(path) || path.startsWith(database));
        if (taken === undefined && !systems.test(sink.path)) continue;
        const why = taken === undefined ? "is no place for a file" : "is a file that mintmark itself needs";
        const message = `sinks.${sink.kind}.path: ${taken ?? sink.path} ${why}; choose another`;
        faults.push({ ...at(["spec", "tokens", index, "sinks", place]), message });
      }
    }
  }
  return faults;
}

/** What a declaration reads, at whatever depth it names it. */
function filesOf(spec: unknown): string[] {
  if (typeof spec !== "object" || spec === null) return [];
  return Object.entries(spec).flatMap(([field, value]) =>
    typeof value === "string" && (field === "fromFile" || field === "caFile") ? [value] : filesOf(value),
  );
}
