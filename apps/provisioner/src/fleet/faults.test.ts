import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FleetError } from "./fleet-error.ts";
import { composeFleet, readFleet } from "./read.ts";

const fleet = `apiVersion: mintmark.dev/v1
kind: Target
metadata: { name: forge }
spec:
  url: https://forge.example.org
  credential: { fromFile: admin.token, account: root }
---
apiVersion: mintmark.dev/v1
kind: TokenClass
metadata: { name: ci }
spec:
  scopes: [read:user]
  rotation: { every: 30d, spread: 20% }
---
apiVersion: mintmark.dev/v1
kind: BotSet
metadata: { name: bots, labels: { kind: ci } }
spec:
  target: forge
  each: { team: [web] }
  account: { name: "bot-{team}", email: "bot-{team}@bots.example.org" }
  tokens:
    - name: main
      class: ci
      sinks:
        - file: { path: "out/{team}.token" }
`;
const compose = (text: string) => composeFleet([{ file: "fleet.yaml", text }], "/folder");

/** The faults of the fleet with one thing written otherwise, one a line. */
function faultsWith(from: string, to: string): string {
  expect(fleet).toContain(from);
  try {
    compose(fleet.replace(from, to));
    return "";
  } catch (error) {
    if (error instanceof FleetError) return error.message;
    throw error;
  }
}

describe("a fault names its file, its line, its field and what would be right", () => {
  test.each<[string, string, string]>([
    ["https://forge.example.org", "forge.example.org", "fleet.yaml:5: spec.url: must be the http or https address"],
    ["https://forge", "https://root:hunter2@forge", "fleet.yaml:5: spec.url: must be the http or https address"],
    [
      "each: { team: [web] }",
      "each: { team: [web, web] }",
      "fleet.yaml:20: spec.each.team: must not hold a value twice",
    ],
    ["each: { team: [web] }", "each: { team: [] }", "fleet.yaml:20: spec.each.team: must not be empty"],
    ["each: { team: [web] }", "each: { team: web }", "fleet.yaml:20: spec.each.team: must be a list"],
    ["each: { team: [web] }", "each: { te-am: [web] }", "fleet.yaml:20: spec.each.te-am: must be a word"],
    ["kind: ci }", "kind: 3 }", "fleet.yaml:17: metadata.labels.kind: must be text; quote numbers"],
    ["spread: 20%", "spread: 0.2", "fleet.yaml:13: spec.rotation.spread: must be a percentage"],
    ["kind: TokenClass\n", "", "fleet.yaml:8: kind: is missing; known here: Target, TokenClass, Store, BotSet"],
    ["  target: forge", "  target: forge\n  target: forge", "fleet.yaml:20: target: stands twice in one map"],
    ["[read:user]", "*scopes", "fleet.yaml:12: *scopes stands for nothing: no &scopes before it"],
    ["out/{team}.token", "out/", "fleet.yaml:26: spec.tokens.0.sinks.0.file.path: must be the path of a file"],
    ["out/{team}.token", "out/a\\0b", "fleet.yaml:26: spec.tokens.sinks.file.path: must not hold a NUL character"],
    ["name: main", 'name: "a\\0b"', "spec.tokens.name: must not hold a NUL character"],
    ["out/{team}.token", "admin.token", "fleet.yaml:26: sinks.file.path: /folder/admin.token is a file that mintmark"],
    ["out/{team}.token", "x/../journal.key", "fleet.yaml:26: sinks.file.path: /folder/journal.key is a file that"],
    ["out/{team}.token", "/dev/null", "fleet.yaml:26: sinks.file.path: /dev/null is no place for a file"],
    ["out/{team}.token", "postgres/data", "fleet.yaml:26: sinks.file.path: /folder/postgres/data is a file that"],
  ])("%s as %s", (from, to, expected) => {
    const faults = faultsWith(from, to);

    expect(faults).toContain(expected);
    expect(faults).not.toContain("hunter2");
  });

  test.each<[string, string]>([
    ["apiVersion: mintmark.dev/v1\nkind: Target", "kind: Target"],
    ["kind: Target", "kind: Targets"],
    ["  url: https", "\turl: https"],
  ])("and a document with one is no second fault where it is referred to (%s)", (from, to) => {
    expect(faultsWith(from, to)).not.toContain("no Target");
  });
});

test.each([
  ["vault-token", '{ path: "vault-token" }'],
  ["ca.pem", '{ path: "./x/../ca.pem" }'],
  ["ca.pem", '{ path: "ca.pem", keepPrevious: true }'],
  ["key.prev", '{ path: "key", keepPrevious: true }'],
])("a sink that would overwrite %s, which a Store reads, is refused: %s", (own, place) => {
  const store = `---
apiVersion: mintmark.dev/v1
kind: Store
metadata: { name: vault }
spec: { vault: { url: "https://vault.example.org", caFile: ca.pem, auth: { appRole: { roleId: { fromFile: vault-token }, secretId: { fromFile: key.prev } } } } }
`;

  expect(() => compose(`${fleet.replace('{ path: "out/{team}.token" }', place)}${store}`)).toThrow(
    `/folder/${own} is a file that mintmark itself needs; choose another`,
  );
});

test.each(["..", "kv/..", "../sys", "a/./b"])(
  "a mount %s would lead to another route of the store, and is refused",
  (mount) => {
    const store = (spec: string) => `---
apiVersion: mintmark.dev/v1
kind: Store
metadata: { name: vault }
spec: { vault: { url: "https://vault.example.org", ${spec} } }
`;
    const roles = "roleId: { fromFile: a }, secretId: { fromFile: b }";

    expect(() => compose(`${fleet}${store(`mount: ${mount}, auth: { appRole: { ${roles} } }`)}`)).toThrow(
      "spec.vault.mount: must be the path of a mount",
    );
    expect(() => compose(`${fleet}${store(`auth: { appRole: { mount: ${mount}, ${roles} } }`)}`)).toThrow(
      "spec.vault.auth.appRole.mount: must be the path of a mount",
    );
  },
);

describe("anchors", () => {
  const merged = fleet
    .replace("    - name: main", "    - &first\n      name: main")
    .concat(`    - <<: *first\n      name: second\n      sinks: [file: { path: "out/{team}.second" }]\n`);

  test("may be merged into another map", () => {
    expect(compose(merged).bots[0]?.tokens.map(({ name, scopes }) => [name, ...scopes])).toEqual([
      ["main", "read:user"],
      ["second", "read:user"],
    ]);
  });

  test("show a fault at the line of what they stand for", () => {
    const text = merged.replace("      class: ci", "      class: 3");

    expect(() => compose(text)).toThrow("fleet.yaml:25: spec.tokens.1.class: must be text");
  });

  test("that stand for themselves are a fault", () => {
    const text = fleet.replace("{ name: bots, labels: { kind: ci } }", "&m { name: bots, labels: *m }");

    expect(() => compose(text)).toThrow("fleet.yaml:17: metadata.labels.labels: must be text");
  });
});

describe("manifests in files", () => {
  async function aFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "mintmark faults "));
    onTestFinished(() => rm(folder, { recursive: true }));
    return folder;
  }

  test("that are named twice in two ways are read once", async () => {
    const folder = await aFolder();
    await writeFile(join(folder, "fleet.yaml"), fleet);

    const { bots } = await readFleet([join(folder, "fleet.yaml"), `${folder}/./fleet.yaml`, folder], folder);

    expect(bots).toHaveLength(1);
  });

  test.each(["utf16le", "latin1"] as const)("must be UTF-8, which %s is not", async (encoding) => {
    const folder = await aFolder();
    await writeFile(join(folder, "fleet.yaml"), Buffer.from(fleet.replace("kind: ci", "kind: ä"), encoding));

    await expect(readFleet([folder], folder)).rejects.toThrow("fleet.yaml: is not text in UTF-8");
  });

  test("are missed in a folder without any", async () => {
    const folder = await aFolder();
    await mkdir(join(folder, "empty"));

    await expect(readFleet([join(folder, "empty")], folder)).rejects.toThrow("this folder holds no .yaml or .yml file");
  });
});
