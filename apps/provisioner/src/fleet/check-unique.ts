import { sinkKey } from "../sinks/sink.ts";
import type { DeclaredBot, DeclaredSink, Fault, Place } from "./fleet.ts";

type Declared = { readonly bot: DeclaredBot; readonly at: (path: readonly PropertyKey[]) => Place };

/** Two bots may not be one account, and two tokens may not be delivered to one place. */
export function checkUnique(declared: readonly Declared[]): Fault[] {
  const faults: Fault[] = [];
  const accounts = new Map<string, Place>();
  const files = new Map<string, Place>();
  const dotenvs = new Set<string>();
  const claim = (taken: Map<string, Place>, key: string, at: Place, what: string) => {
    const earlier = taken.get(key);
    if (earlier) faults.push({ ...at, message: `${what} is declared already at ${earlier.file}:${earlier.line}` });
    else taken.set(key, at);
  };

  for (const { bot, at } of declared) {
    // Servers compare account names without regard to case.
    const account = `${bot.target}/${bot.account.toLowerCase()}`;
    claim(accounts, account, at(["spec", "account", "name"]), `account.name: "${bot.account}" on ${bot.target}`);
    for (const [index, token] of bot.tokens.entries()) {
      for (const [place, sink] of token.sinks.entries()) {
        const where = at(["spec", "tokens", index, "sinks", place]);
        if (sink.kind === "dotenv") dotenvs.add(sink.path);
        for (const [key, what] of placesOf(sink)) claim(files, key, where, what);
      }
    }
  }
  for (const path of dotenvs) {
    const file = files.get(path);
    if (file) faults.push({ ...file, message: `sinks: ${path} cannot be both a file and a dotenv sink` });
  }
  return faults;
}

/** Every place that a sink writes to, by a key and in words. */
function placesOf(sink: DeclaredSink): [string, string][] {
  switch (sink.kind) {
    case "file": {
      const paths = sink.keepPrevious ? [sink.path, `${sink.path}.prev`] : [sink.path];
      return paths.map((path) => [path, `sinks.file: ${path}`]);
    }
    case "dotenv":
      return [[`${sink.path}\n${sink.key}`, `sinks.dotenv: ${sink.key} in ${sink.path}`]];
    case "vaultKv2":
    case "kubernetesSecret":
    case "actionsSecret":
      return [[sinkKey(sink).toLowerCase(), `sinks.${sink.kind}: ${sinkKey(sink)}`]];
    // Only the program knows where it writes; it is told whose token it gets.
    case "exec":
      return [];
  }
}
