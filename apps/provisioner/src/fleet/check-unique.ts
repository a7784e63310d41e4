import { sinkKey } from "../sinks/sink.ts";
import type { DeclaredBot, DeclaredSink, Fault, Place } from "./fleet.ts";

/** The bots of one set; all of them have its tokens and sinks, and so their places in the manifest. */
type Declared = { readonly bots: readonly DeclaredBot[]; readonly at: (path: readonly PropertyKey[]) => Place };

/** Two bots may not be one account or have one address, and two tokens may not be delivered to one place. */
export function checkUnique(declared: readonly Declared[]): Fault[] {
  const faults: Fault[] = [];
  const accounts = new Map<string, Place>();
  const addresses = new Map<string, Place>();
  const files = new Map<string, Place>();
  const dotenvs = new Set<string>();
  const claim = (taken: Map<string, Place>, key: string, at: Place, what: () => string, then = "") => {
    const earlier = taken.get(key);
    if (earlier)
      faults.push({ ...at, message: `${what()} is declared already at ${earlier.file}:${earlier.line}${then}` });
    else taken.set(key, at);
  };

  for (const { bots, at } of declared) {
    const named = at(["spec", "account", "name"]);
    const addressed = at(["spec", "account", "email"]);
    const sinkPlaces = (bots[0]?.tokens ?? []).map((token, index) =>
      token.sinks.map((_, place) => at(["spec", "tokens", index, "sinks", place])),
    );
    for (const bot of bots) {
      // Servers compare account names without regard to case.
      const account = `${bot.target}/${bot.account.toLowerCase()}`;
      claim(accounts, account, named, () => `account.name: "${bot.account}" on ${bot.target}`);
      const address = `${bot.target}/${bot.email.toLowerCase()}`;
      const what = () => `account.email: "${bot.email}" on ${bot.target}`;
      claim(addresses, address, addressed, what, "; each account needs one of its own");
      for (const [index, token] of bot.tokens.entries()) {
        for (const [place, sink] of token.sinks.entries()) {
          const where = sinkPlaces[index]?.[place] ?? named;
          if (sink.kind === "dotenv") dotenvs.add(sink.path);
          for (const key of placesOf(sink)) claim(files, key, where, () => describePlace(sink, key));
        }
      }
    }
  }
  for (const path of dotenvs) {
    const file = files.get(path);
    if (file) faults.push({ ...file, message: `sinks: ${path} cannot be both a file and a dotenv sink` });
  }
  return faults;
}

/** A key for every place that a sink writes to. */
function placesOf(sink: DeclaredSink): string[] {
  switch (sink.kind) {
    case "file":
      return sink.keepPrevious ? [sink.path, `${sink.path}.prev`] : [sink.path];
    case "dotenv":
      return [`${sink.path}\n${sink.key}`];
    case "vaultKv2":
    case "kubernetesSecret":
    case "actionsSecret":
      return [sinkKey(sink).toLowerCase()];
    // Only the program knows where it writes; it is told whose token it gets.
    case "exec":
      return [];
  }
}

function describePlace(sink: DeclaredSink, key: string): string {
  switch (sink.kind) {
    case "file":
      return `sinks.file: ${key}`;
    case "dotenv":
      return `sinks.dotenv: ${sink.key} in ${sink.path}`;
    default:
      return `sinks.${sink.kind}: ${sinkKey(sink)}`;
  }
}
