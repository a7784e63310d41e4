import { readFile } from "node:fs/promises";
import { checkAddresses } from "./check-addresses.ts";
import { checkBot } from "./check-bot.ts";
import { checkTokenClass } from "./check-class.ts";
import { checkOwnFiles } from "./check-own-files.ts";
import { checkStores } from "./check-stores.ts";
import { checkUnique } from "./check-unique.ts";
import { parseDuration } from "./duration.ts";
import { placeholdersOf } from "./expand.ts";
import { expandBotSet } from "./expand-bot-set.ts";
import { listManifests } from "./files.ts";
import type { DeclaredBot, DeclaredTarget, Fault, Fleet, Place } from "./fleet.ts";
import { FleetError } from "./fleet-error.ts";
import { type Located, type Parsed, parseManifest } from "./parse.ts";
import type { BotSetDocument, TargetDocument } from "./schemas.ts";
import { suggest } from "./suggest.ts";
import { toStore } from "./to-store.ts";

/** A fleet has a size that one run can hold; a slip in `each` multiplies quickly. */
const botsMax = 100_000;
const concurrencyDefault = 8;
/** As many as a server takes in one request. */
const concurrencySharedDefault = 100;

/**
 * Reads and checks the manifests that `patterns` name (files, folders, globs). Relative sink paths start at `folder`.
 * @throws FleetError with every fault found, each with its file and line.
 */
export async function readFleet(patterns: readonly string[], folder: string): Promise<Fleet> {
  const texts = await Promise.all(
    (await listManifests(patterns)).map(async (file) => ({ file, text: await readManifest(file) })),
  );
  return composeFleet(texts, folder);
}

/** `readFleet` without the file system. */
export function composeFleet(texts: readonly { file: string; text: string }[], folder: string): Fleet {
  const parsed = texts.map(({ file, text }) => parseManifest(file, text));
  const all: Parsed = {
    targets: parsed.flatMap((one) => one.targets),
    classes: parsed.flatMap((one) => one.classes),
    stores: parsed.flatMap((one) => one.stores),
    botSets: parsed.flatMap((one) => one.botSets),
    faults: parsed.flatMap((one) => one.faults),
    broken: new Set(parsed.flatMap((one) => [...one.broken])),
  };
  const faults = [...all.faults, ...checkNames(all), ...checkAddresses(all), ...all.classes.flatMap(checkTokenClass)];
  const declared = all.botSets.map((set) => expandSet(set, all, folder, faults));
  faults.push(...checkUnique(declared), ...checkOwnFiles(declared, all, folder));
  if (faults.length === 0 && all.botSets.length === 0) {
    faults.push({ file: texts[0]?.file ?? "-f", line: 0, message: "declares no BotSet" });
  }
  if (faults.length > 0) throw new FleetError(inOrder(faults));
  return {
    targets: all.targets.map(toTarget),
    stores: all.stores.map((store) => toStore(store, folder)),
    bots: declared.flatMap(({ bots }) => bots),
  };
}

async function readManifest(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const message = `cannot be read: ${error instanceof Error ? error.message : error}`;
    throw new FleetError([{ file, line: 0, message }]);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FleetError([{ file, line: 0, message: "is not text in UTF-8; save it so" }]);
  }
}

function toTarget({ value: { metadata, spec }, at }: Located<TargetDocument>): DeclaredTarget {
  const { fromFile, account, name = "mintmark-worker", rotate } = spec.credential;
  const rotation = rotate && account !== undefined && { account, name, everyMs: parseDuration(rotate.every) };
  const { timeout, requestsPerSecond, concurrency } = spec.limits;
  return {
    name: metadata.name,
    ...(spec.adapter && { adapter: spec.adapter }),
    url: spec.url,
    credential: { fromFile, ...(account !== undefined && { account }), ...(rotation && { rotation }) },
    limits: {
      requestsPerSecond,
      concurrency: concurrency ?? concurrencyDefault,
      concurrencyShared: concurrency ?? concurrencySharedDefault,
      timeoutMs: parseDuration(timeout),
    },
    at: { url: at(["spec", "url"]), credential: at(["spec", "credential", "fromFile"]) },
  };
}

function checkNames({ targets, classes, stores, botSets }: Parsed): Fault[] {
  const faults: Fault[] = [];
  for (const located of [targets, classes, stores, botSets]) {
    const seen = new Map<string, Place>();
    for (const { value, at } of located) {
      const place = at(["metadata", "name"]);
      const earlier = seen.get(value.metadata.name);
      const again = `metadata.name: ${value.kind} "${value.metadata.name}" is declared already at ${earlier?.file}:${earlier?.line}`;
      if (earlier) faults.push({ ...place, message: again });
      else seen.set(value.metadata.name, place);
    }
  }
  return faults;
}

function expandSet(set: Located<BotSetDocument>, all: Parsed, folder: string, faults: Fault[]) {
  const { value, at } = set;
  const { spec } = value;
  const fault = (path: readonly PropertyKey[], message: string) => faults.push({ ...at(path), message });
  const target = all.targets.find((one) => one.value.metadata.name === spec.target)?.value;
  const targetNames = all.targets.map((one) => one.value.metadata.name);
  if (!target && !all.broken.has(`Target/${spec.target}`))
    fault(["spec", "target"], `spec.target: no Target "${spec.target}"${suggest(spec.target, targetNames)}`);

  const classes = new Map(all.classes.map((one) => [one.value.metadata.name, one.value]));
  for (const [index, token] of spec.tokens.entries()) {
    const unknown = `spec.tokens.class: no TokenClass "${token.class}"${suggest(token.class, [...classes.keys()])}`;
    if (!classes.has(token.class) && !all.broken.has(`TokenClass/${token.class}`))
      fault(["spec", "tokens", index, "class"], unknown);
  }
  checkPlaceholders(set, faults);
  faults.push(...checkStores(set, all));

  const values = Object.values(spec.each ?? {});
  if (values.reduce((product, list) => product * list.length, 1) > botsMax) {
    fault(["spec", "each"], `spec.each: makes more than ${botsMax} bots`);
    return { bots: [], at };
  }
  const bots = expandBotSet(value, classes, folder);
  const reported = new Set<string>();
  for (const bot of bots) {
    for (const { path, message } of [...checkBot(bot), ...checkOwnAccount(bot, target)]) {
      if (!reported.has(message)) fault(path, message);
      reported.add(message);
    }
  }
  return { bots, at };
}

/** Were the provisioner's own account a bot, pruning it would end the provisioner. */
function checkOwnAccount(bot: DeclaredBot, target: TargetDocument | undefined) {
  const own = target?.spec.credential.account;
  if (own === undefined || own.toLowerCase() !== bot.account.toLowerCase()) return [];
  return [
    { path: ["spec", "account", "name"], message: `account.name: "${own}" holds the provisioner's own credential` },
  ];
}

/** Looks for words in braces that `each` does not declare, in every text of the set. */
function checkPlaceholders({ value, at }: Located<BotSetDocument>, faults: Fault[]): void {
  const known = Object.keys(value.spec.each ?? {});
  const visit = (node: unknown, path: readonly PropertyKey[]): void => {
    if (typeof node === "string") {
      for (const word of placeholdersOf(node).filter((one) => !known.includes(one))) {
        const message = `${path.map(String).join(".")}: {${word}} is not declared in spec.each${suggest(word, known)}`;
        faults.push({ ...at(path), message });
      }
    } else if (typeof node === "object" && node !== null) {
      for (const [key, inner] of Object.entries(node)) {
        visit(inner, [...path, Array.isArray(node) ? Number(key) : key]);
      }
    }
  };
  visit(value.spec.account, ["spec", "account"]);
  visit(value.spec.tokens, ["spec", "tokens"]);
}

/** By file and line; what many bots of one set have in common is told once. */
function inOrder(faults: readonly Fault[]): Fault[] {
  const told = new Map(faults.map((fault) => [`${fault.file}:${fault.line}: ${fault.message}`, fault]));
  return [...told.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
