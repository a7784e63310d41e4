import type { DeclaredBot, DeclaredSink } from "../fleet/fleet.ts";
import { inParallel } from "../parallel.ts";
import type { OpenSink } from "../sinks/open.ts";
import { type Finding, fail, ok } from "./finding.ts";

/** Nothing is written here. */
const unreached = { putActionsSecret: () => Promise.reject(new Error("nothing is written here")) };

/** So many different faults of one place are told; more would say the same. */
const toldMax = 5;

/** One finding for each place where sinks lie together, or one for each thing that is wrong there. Nothing is written. */
export async function checkSinks(
  bots: readonly DeclaredBot[],
  openSink: OpenSink,
  concurrency: number,
): Promise<Finding[]> {
  const sinks = bots.flatMap((bot) => bot.tokens).flatMap((token) => token.sinks);
  const faults = new Map<DeclaredSink, string>();
  await inParallel(sinks, concurrency, async (sink) => {
    try {
      const open = openSink(sink, unreached);
      await open.read?.();
      await open.check?.();
    } catch (error) {
      faults.set(sink, error instanceof Error ? error.message : "it cannot be opened");
    }
  });
  return [...Map.groupBy(sinks, placeOf)].flatMap(([place, members]) => {
    const told = [...new Set(members.flatMap((sink) => faults.get(sink) ?? []))];
    if (told.length === 0)
      return [
        ok(
          place,
          members.every(({ kind }) => kind === "actionsSecret")
            ? `${members.length}, which only a delivery can try`
            : `${members.length} can be read and written`,
        ),
      ];
    const more = told.length > toldMax ? [fail(place, `and ${told.length - toldMax} more faults`, whatToDo)] : [];
    return [...told.slice(0, toldMax).map((message) => fail(place, message, whatToDo)), ...more];
  });
}

const whatToDo = "old tokens stay alive and new ones wait sealed in the journal until this is right";

function placeOf(sink: DeclaredSink): string {
  switch (sink.kind) {
    case "file":
    case "dotenv":
      return `sinks in files`;
    case "exec":
      return `sinks of ${sink.program}`;
    case "vaultKv2":
    case "kubernetesSecret":
      return `sinks in ${sink.store}`;
    case "actionsSecret":
      return `Actions secrets on ${sink.target}`;
  }
}
