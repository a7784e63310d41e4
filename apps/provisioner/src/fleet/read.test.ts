import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rotationDueAt } from "../plan/age.ts";
import { FleetError } from "./fleet-error.ts";
import { composeFleet, readFleet } from "./read.ts";
import { nextBeginning } from "./windows.ts";

const target = `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: forge }
spec:
  url: https://forge.example.org
  credential: { fromFile: admin.token, account: root }
`;
const tokenClass = `apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: ci }
spec:
  scopes: [write:repository, read:repository, read:issue]
  lifetime: 60d
  rotation: { every: 30d, spread: 20%, overlap: { atLeast: 1h, atMost: 3d, closeWhenOldIdleFor: 6h } }
`;
const botSet = `apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: renovate, labels: { team: platform } }
spec:
  target: forge
  each: { team: [web, data], stage: [dev, prod] }
  account: { name: "renovate-{team}-{stage}", fullName: "Renovate ({team})", email: "{team}.{stage}@bots.example.org" }
  tokens:
    - name: main
      class: ci
      repositories: ["acme/{team}-app"]
      sinks:
        - file: { path: "out/{team}-{stage}.token" }
        - dotenv: { path: "/srv/{team}.env", key: "TOKEN_{stage}" }
  onRemove: { disable: true, deleteAfter: 30d }
`;
const compose = (...documents: string[]) =>
  composeFleet([{ file: "fleet.yaml", text: documents.join("---\n") }], "/folder");

const vault = `apiVersion: mintmark.dev/v1
kind: Store
metadata: { name: vault-prod }
spec: { vault: { url: "https://vault.example.org", auth: { token: { fromFile: vault.token } } } }
`;
const kubernetes = `apiVersion: mintmark.dev/v1
kind: Store
metadata: { name: cluster }
spec: { kubernetes: { kubeconfig: { fromEnvironment: CLUSTER } }, timeout: 3s }
`;
/** The set with other sinks. */
const delivering = (...sinks: string[]): string =>
  `${botSet.slice(0, botSet.indexOf("        - file:"))}${sinks.map((sink) => `        - ${sink}\n`).join("")}`;

/** The faults of a manifest, one a line. */
const faultsOf = (...documents: string[]): string => {
  try {
    compose(...documents);
  } catch (error) {
    if (error instanceof FleetError) return error.message;
    throw error;
  }
  return "";
};

describe("a sink and its store", () => {
  test("are expanded, with paths from the folder", () => {
    const fleet = compose(
      target,
      tokenClass,
      vault,
      kubernetes,
      delivering(
        'file: { path: "a/{team}-{stage}", keepPrevious: true }',
        'vaultKv2: { store: vault-prod, path: "bots/{team}", field: "{stage}" }',
        'kubernetesSecret: { store: cluster, namespace: "{stage}", name: "bot-{team}", key: token }',
        'exec: { program: ./deliver, args: ["{team}"], timeout: 5s, read: true }',
      ),
    );

    expect(fleet.bots[0]?.tokens[0]?.sinks).toEqual([
      { kind: "file", path: "/folder/a/web-dev", keepPrevious: true },
      { kind: "vaultKv2", store: "vault-prod", path: "bots/web", field: "dev" },
      { kind: "kubernetesSecret", store: "cluster", namespace: "dev", name: "bot-web", key: "token", takeOver: false },
      {
        kind: "exec",
        program: "/folder/deliver",
        args: ["web"],
        timeoutMs: 5000,
        read: true,
        passEnvironment: [],
        owner: { target: "forge", account: "renovate-web-dev", token: "main" },
      },
    ]);
    expect(fleet.stores).toMatchObject([
      {
        kind: "vault",
        name: "vault-prod",
        mount: "secret",
        timeoutMs: 10_000,
        auth: { method: "token", token: { fromFile: "/folder/vault.token" } },
      },
      { kind: "kubernetes", name: "cluster", kubeconfig: { fromEnvironment: "CLUSTER" }, timeoutMs: 3000 },
    ]);
  });
});

describe("a fleet", () => {
  test("has one bot for each combination of the values of `each`", () => {
    const { bots } = compose(target, tokenClass, botSet);

    expect(bots.map((bot) => bot.account)).toEqual([
      "renovate-web-dev",
      "renovate-web-prod",
      "renovate-data-dev",
      "renovate-data-prod",
    ]);
  });

  test("has every word of a bot resolved", () => {
    const day = 86_400_000;

    expect(compose(target, tokenClass, botSet).bots[0]).toEqual({
      target: "forge",
      set: "renovate",
      labels: { team: "platform" },
      each: { team: "web", stage: "dev" },
      account: "renovate-web-dev",
      fullName: "Renovate (web)",
      email: "web.dev@bots.example.org",
      tokens: [
        {
          name: "main",
          scopes: ["read:issue", "write:repository"],
          repositories: ["acme/web-app"],
          lifetimeMs: 60 * day,
          rotation: { everyMs: 30 * day, spread: 0.2 },
          overlap: { atLeastMs: 3_600_000, atMostMs: 3 * day, closeWhenOldIdleForMs: 6 * 3_600_000 },
          sinks: [
            { kind: "file", path: "/folder/out/web-dev.token" },
            { kind: "dotenv", path: "/srv/web.env", key: "TOKEN_dev" },
          ],
        },
      ],
      onRemove: { disable: true, deleteAfterMs: 30 * day },
    });
  });

  test("may be spread over documents and files in any order", () => {
    const texts = [botSet, tokenClass, target].map((text, index) => ({ file: `${index}.yaml`, text }));

    expect(composeFleet(texts, "/folder").bots).toHaveLength(4);
  });

  test("takes an address from the environment only when it is used", () => {
    const fromEnvironment = target.replace("https://forge.example.org", "{ fromEnvironment: FORGE_URL }");

    expect(compose(fromEnvironment, tokenClass, botSet).targets[0]?.url).toEqual({ fromEnvironment: "FORGE_URL" });
  });
});

/** Changes one place of a manifest, which must be there. */
const put = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`the manifest has no ${from}`);
  return text.replace(from, to);
};

/** A class with ten hours a week, that lives so long. */
const weekly = (lifetime: string, spread: string): string =>
  tokenClass
    .replace(
      "spread: 20%, overlap: { atLeast: 1h, atMost: 3d,",
      `spread: ${spread}, windows: [{ days: [mon], from: "08:00", to: "18:00" }], overlap: { atMost: 2h,`,
    )
    .replace("60d", lifetime);

test.each(["0%", "20%", "100%"])("the shortest lifetime lets every token wait for its window (spread %s)", (spread) => {
  const [, shortest] = /here (\d+h)/.exec(faultsOf(weekly("31d", spread))) ?? [];
  const [declared] = compose(target, weekly(`${shortest}`, spread), botSet).bots[0]?.tokens ?? [];
  const hours = Array.from({ length: 7 * 24 }, (_, hour) => new Date(Date.UTC(2026, 0, 5, hour)));
  const keys = Array.from({ length: 20 }, (_, n) => ({ target: "forge", account: `renovate-${n}`, token: "main" }));
  const due = keys.flatMap((key) => hours.map((at) => declared && rotationDueAt(key, declared, at, undefined, at)));
  const windows = declared?.rotation?.windows ?? [];

  expect(due.filter((at) => !at || nextBeginning(windows, { ripe: at, now: at, share: 0 }) > at)).toEqual([]);
});

describe("a fault is told with its line and what would be right", () => {
  test.each<[string, string[], string]>([
    [
      "an unknown field",
      [put(target, "url:", "adress: x\n  url:")],
      "fleet.yaml:5: spec.adress: unknown field; known here: adapter, url, credential, limits",
    ],
    [
      "a misspelt field deep inside",
      [target, tokenClass, put(botSet, "- file:", "- fil:")],
      'fleet.yaml:28: spec.tokens.0.sinks.0.fil: unknown field; did you mean "file"?',
    ],
    [
      "a field of another sink",
      [target, tokenClass, put(botSet, '.env", key', '.env", kee')],
      'fleet.yaml:29: spec.tokens.0.sinks.1.dotenv.kee: unknown field; did you mean "key"?',
    ],
    [
      "an unknown kind",
      [put(target, "kind: Target", "kind: Targte")],
      'fleet.yaml:2: kind: unknown kind "Targte"; did you mean "Target"?',
    ],
    [
      "another version",
      [put(target, "mintmark.dev/v1", "mintmark.dev/v2")],
      "fleet.yaml:1: apiVersion: must be mintmark.dev/v1",
    ],
    ["a missing field", [put(target, "  url: https://forge.example.org\n", "")], "fleet.yaml:4: spec.url: is missing"],
    ["a document that is no map", ["- one\n"], "fleet.yaml:1: a document must be a map"],
    ["text that is no YAML", [put(target, "{ name: forge }", "{ name: forge")], "fleet.yaml:4:"],
    [
      "a key that is there twice",
      [put(target, "spec:", "kind: Target\nspec:")],
      "fleet.yaml:4: kind: stands twice in one map; keep one",
    ],
    [
      "a scope that is none",
      [put(tokenClass, "read:issue", "read:isue")],
      'fleet.yaml:5: spec.scopes.2: "read:isue" is not known here; did you mean "read:issue"?',
    ],
    [
      "a time that is none",
      [put(tokenClass, "60d", "60 days")],
      "fleet.yaml:6: spec.lifetime: must be a duration such as 30d or 12h",
    ],
    [
      "a number for a time",
      [put(tokenClass, "60d", "60")],
      "fleet.yaml:6: spec.lifetime: must be a duration such as 30d or 12h",
    ],
    [
      "a lifetime that is too short",
      [put(tokenClass, "60d", "38d")],
      "fleet.yaml:6: spec.lifetime: must be at least every + spread + overlap.atMost, here 936h",
    ],
    [
      "a lifetime that the windows make too short",
      [
        put(
          put(tokenClass, "spread: 20%,", 'spread: 20%, windows: [{ days: [mon], from: "09:00", to: "10:00" }],'),
          "60d",
          "45d",
        ),
      ],
      "fleet.yaml:6: spec.lifetime: must be at least every + spread + the longest wait for a window + overlap.atMost, here 1104h",
    ],
    [
      "a lifetime that leaves less than a day behind the windows",
      [weekly("901h", "0%")],
      "fleet.yaml:6: spec.lifetime: must be at least every + spread + the longest wait for a window + a day, here 902h",
    ],
    [
      "windows without a rotation by age",
      [
        put(
          put(tokenClass, "every: 30d, spread: 20%,", 'windows: [{ from: "09:00", to: "10:00" }],'),
          "  lifetime: 60d\n",
          "",
        ),
      ],
      "fleet.yaml:6: spec.rotation.windows: needs rotation.every",
    ],
    [
      "a time zone that is none",
      [put(tokenClass, "spread: 20%,", 'spread: 20%, windows: [{ from: "09:00", to: "10:00", timeZone: Berlin }],')],
      "fleet.yaml:7: spec.rotation.windows.0.timeZone: must be the name of a time zone such as Europe/Berlin",
    ],
    [
      "a time of day that is none",
      [put(tokenClass, "spread: 20%,", 'spread: 20%, windows: [{ from: "9:00", to: "10:00" }],')],
      "fleet.yaml:7: spec.rotation.windows.0.from: must be a time such as 09:00",
    ],
    [
      "a window that opens at the end of the day",
      [put(tokenClass, "spread: 20%,", 'spread: 20%, windows: [{ from: "24:00", to: "10:00" }],')],
      "fleet.yaml:7: spec.rotation.windows.0.from: must be a time such as 09:00, not later than 23:59",
    ],
    [
      "a window that closes behind the end of the day",
      [put(tokenClass, "spread: 20%,", 'spread: 20%, windows: [{ from: "09:00", to: "24:01" }],')],
      "fleet.yaml:7: spec.rotation.windows.0.to: must be a time such as 09:00, not later than 24:00",
    ],
    [
      "a lifetime without rotation",
      [put(tokenClass, "every: 30d, ", "")],
      "fleet.yaml:6: spec.lifetime: needs rotation.every",
    ],
    [
      "an overlap longer than the rotation",
      [put(put(tokenClass, "3d", "31d"), "60d", "99d")],
      "fleet.yaml:7: spec.rotation.overlap.atMost: must not be longer than rotation.every",
    ],
    [
      "an overlap that is at least longer than at most",
      [put(tokenClass, "1h", "4d")],
      "fleet.yaml:7: spec.rotation.overlap.atLeast: must not be longer than atMost",
    ],
    [
      "a target that is not declared",
      [target, tokenClass, put(botSet, "target: forge", "target: forg")],
      'fleet.yaml:20: spec.target: no Target "forg"; did you mean "forge"?',
    ],
    [
      "a class that is not declared",
      [target, tokenClass, put(botSet, "class: ci", "class: cd")],
      'fleet.yaml:25: spec.tokens.class: no TokenClass "cd"; did you mean "ci"?',
    ],
    [
      "a word in braces that is not declared",
      [target, tokenClass, put(botSet, "acme/{team}", "acme/{tema}")],
      'fleet.yaml:26: spec.tokens.0.repositories.0: {tema} is not declared in spec.each; did you mean "team"?',
    ],
    [
      "a value of each that leads out of a folder",
      [target, tokenClass, put(botSet, "[web,", "[../web,")],
      "fleet.yaml:21: spec.each.team.0: must be letters, digits",
    ],
    [
      "a number as a value of each",
      [target, tokenClass, put(botSet, "[web,", "[1.10,")],
      "fleet.yaml:21: spec.each.team.0: must be text; quote numbers",
    ],
    [
      "a token that is named like a generation",
      [target, tokenClass, put(botSet, "name: main", "name: main.g2")],
      'fleet.yaml:24: tokens.name: "main.g2" must not end in .g and a number',
    ],
    [
      "a repository without its owner",
      [target, tokenClass, put(botSet, "acme/{team}", "{team}")],
      'fleet.yaml:26: repositories: "web-app" must be owner/name',
    ],
    [
      "a restricted token with too wide a scope",
      [target, put(tokenClass, "read:issue", "read:user"), botSet],
      "fleet.yaml:26: repositories: Access tokens with specified repositories can only be used with",
    ],
    [
      "an account name that is none",
      [target, tokenClass, put(botSet, "renovate-{team}-", "renovate--{team}-")],
      'fleet.yaml:22: account.name: "renovate--web-dev" is not an account name',
    ],
    [
      "an e-mail address that is none",
      [target, tokenClass, put(botSet, "@bots.example.org", "")],
      'fleet.yaml:22: account.email: "web.dev" is not an e-mail address',
    ],
    [
      "two bots that are one account",
      [target, tokenClass, put(botSet, '-{stage}", full', '", full')],
      'fleet.yaml:22: account.name: "renovate-web" on forge is declared already at fleet.yaml:22',
    ],
    [
      "two bots with one e-mail address, which no server lets two accounts have",
      [target, tokenClass, put(botSet, "{team}.{stage}@bots", "{team}@BOTS")],
      'fleet.yaml:22: account.email: "web@BOTS.example.org" on forge is declared already at fleet.yaml:22; each account needs one of its own',
    ],
    [
      "the account of the provisioner's own credential",
      [target, tokenClass, put(botSet, "renovate-{team}-{stage}", "root")],
      'account.name: "root" holds the provisioner\'s own credential',
    ],
    [
      "two tokens in one file",
      [target, tokenClass, put(botSet, "{team}-{stage}.token", "{team}.token")],
      "fleet.yaml:28: sinks.file: /folder/out/web.token is declared already at fleet.yaml:28",
    ],
    [
      "one variable for two tokens",
      [target, tokenClass, put(botSet, "TOKEN_{stage}", "TOKEN")],
      "fleet.yaml:29: sinks.dotenv: TOKEN in /srv/web.env is declared already",
    ],
    [
      "a file that is both kinds of sink",
      [target, tokenClass, put(botSet, "out/{team}-{stage}.token", "/srv/{team}.env")],
      "cannot be both a file and a dotenv sink",
    ],
    [
      "a token declared twice",
      [
        target,
        tokenClass,
        put(
          botSet,
          "  onRemove",
          '    - name: main\n      class: ci\n      sinks: [{ file: { path: "b/{team}-{stage}" } }]\n  onRemove',
        ),
      ],
      'tokens: the name "main" is declared twice',
    ],
    [
      "a sink of two kinds",
      [target, tokenClass, put(botSet, "- file: {", "- dotenv: { path: a, key: B }\n          file: {")],
      "must name exactly one of file, dotenv",
    ],
    [
      "two documents of one name",
      [target, target, tokenClass, botSet],
      'fleet.yaml:10: metadata.name: Target "forge" is declared already at fleet.yaml:3',
    ],
    ["no bots at all", [target], "fleet.yaml: declares no BotSet"],
  ])("%s", (_name, documents, expected) => {
    expect(faultsOf(...documents)).toContain(expected);
  });

  test.each<[string, string[], string]>([
    [
      "a store that is not declared",
      [vault, delivering("vaultKv2: { store: vault-prd, path: a, field: b }")],
      'sinks.vaultKv2.store: no Store "vault-prd"; did you mean "vault-prod"?',
    ],
    [
      "a store of another kind",
      [vault, kubernetes, delivering("vaultKv2: { store: cluster, path: a, field: b }")],
      'Store "cluster" is not of the kind vault; known here: vault-prod',
    ],
    [
      "a field of a sink that is none",
      [vault, delivering("vaultKv2: { store: vault-prod, paht: a, field: b }")],
      'vaultKv2.paht: unknown field; did you mean "path"?',
    ],
    [
      "a path that leaves its place",
      [vault, delivering("vaultKv2: { store: vault-prod, path: a/../b, field: b }")],
      "path: must not hold . or ..",
    ],
    [
      "one place for several bots",
      [vault, delivering("vaultKv2: { store: vault-prod, path: a, field: b }")],
      "is declared already",
    ],
    [
      "one key of a Secret for several bots",
      [kubernetes, delivering("kubernetesSecret: { store: cluster, namespace: ci, name: a, key: b }")],
      "is declared already",
    ],
    [
      "a name that no cluster takes",
      [kubernetes, delivering('kubernetesSecret: { store: cluster, namespace: ci, name: "{team}_{stage}", key: b }')],
      "must be lower-case letters",
    ],
    [
      "a setting of ours for a program",
      [delivering("exec: { program: deliver, passEnvironment: [MINTMARK_JOURNAL_KEY] }")],
      "is a setting of mintmark's own, which no program gets",
    ],
    [
      "a secret in the manifest",
      [put(vault, "{ fromFile: vault.token }", "s.abc"), botSet],
      "must be { fromFile: PATH }",
    ],
    [
      "a store without a way to sign in",
      [put(vault, "auth: { token: { fromFile: vault.token } }", "auth: {}"), botSet],
      "must name exactly one of token, appRole, kubernetes",
    ],
    [
      "a store that is nothing",
      [put(vault, "vault: {", "valt: {"), botSet],
      'spec.valt: unknown field; did you mean "vault"?',
    ],
    [
      "the place of a value before this one",
      [delivering('file: { path: "{team}-{stage}", keepPrevious: true }', 'file: { path: "{team}-{stage}.prev" }')],
      "is declared already",
    ],
  ])("%s", (_name, documents, expected) => {
    expect(faultsOf(target, tokenClass, ...documents)).toContain(expected);
  });

  test("and all of them at once, in the order of the lines", () => {
    const faults = faultsOf(
      put(target, "url:", "uri:"),
      put(tokenClass, "60d", "1d"),
      put(botSet, "class: ci", "class: cd"),
    );

    expect(faults.split("\n").map((line) => Number(line.split(":")[1]))).toEqual([4, 5, 13, 25]);
  });

  test("and once, however many bots of a set have it in common", () => {
    const faults = faultsOf(target, tokenClass, put(botSet, "{team}.{stage}@bots", "all@bots"));

    expect(faults.split("\n")).toHaveLength(1);
  });

  test("a slip in one document is no second fault where another refers to it", () => {
    expect(faultsOf(put(target, "url:", "uri:"), put(tokenClass, "60d", "x"), botSet)).not.toContain("no T");
  });

  test("aliases that would expand without bound are refused", () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) =>
        `a${level}: &a${level} [${Array(9)
          .fill(level === 0 ? "x" : `*a${level - 1}`)
          .join(", ")}]`,
    ).join("\n");

    expect(faultsOf(`${put(target, "spec:", `${bomb}\nspec:`)}`)).toContain("its aliases (*name) stand for too much");
  });

  test("a product of many values is refused before it is made", () => {
    const many = `[${Array.from({ length: 400 }, (_, index) => `v${index}`).join(", ")}]`;

    expect(faultsOf(target, tokenClass, put(put(botSet, "[web, data]", many), "[dev, prod]", many))).toContain(
      "spec.each: makes more than 100000 bots",
    );
  });
});

describe("manifests are named by", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "mintmark fleet "));
    await mkdir(join(folder, "sets"));
    await writeFile(join(folder, "target.yaml"), target);
    await writeFile(join(folder, "class.yml"), tokenClass);
    await writeFile(join(folder, "sets", "bots.yaml"), botSet);
    await writeFile(join(folder, "notes.txt"), "not a manifest");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each<[string, (folder: string) => string[]]>([
    ["a folder", (at) => [at]],
    ["files", (at) => [join(at, "target.yaml"), join(at, "class.yml"), join(at, "sets", "bots.yaml")]],
    ["globs", (at) => [join(at, "*.y*ml"), join(at, "sets", "*")]],
    ["several that name the same", (at) => [at, join(at, "target.yaml")]],
  ])("%s", async (_name, patterns) => {
    expect((await readFleet(patterns(folder), folder)).bots).toHaveLength(4);
  });

  test("what is not there is a fault", async () => {
    await expect(readFleet([join(folder, "absent.yaml")], folder)).rejects.toThrow("absent.yaml: no such manifest");
  });
});
