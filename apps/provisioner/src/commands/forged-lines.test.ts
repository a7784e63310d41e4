import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFakeForgejo } from "../../test/fake-forgejo.ts";

const world = aCommandWorld();

describe("no name that a manifest gives, and no word of a server, moves a cursor or makes a line of its own", () => {
  const forged = "x\\e[2K\\r\\n  + forged";

  /** One whose bot is declared as the text says. */
  async function aManifestWith(change: (manifest: string) => string): Promise<string> {
    const path = await world.manifest([{ name: unique("forger") }]);
    await writeFile(path, change(await readFile(path, "utf8")));
    return path;
  }
  const expectPlain = ({ out, err }: { out: string; err: string }): void => {
    // YAML has a name of its own for it.
    expect(out + err).toMatch(/\\(u001b|e)\[2K/);
    expect(out + err).not.toMatch(/[^\P{Cc}\n]/u);
    expect(out + err).not.toMatch(/^ *\+ forged/m);
  };

  test.each<[string, (manifest: string) => string]>([
    ["a token's name", (text) => text.replace("name: main", `name: "${forged}"`)],
    [
      "a program's argument",
      (text) => text.replace(/\{ file: .*? \} \}/, `{ exec: { program: "true", args: ["${forged}"] } }`),
    ],
    [
      "a field of a Vault secret",
      (text) =>
        `${text.replace(/\{ file: .*? \} \}/, `{ vaultKv2: { store: v, path: a, field: "${forged}" } }`)}---\napiVersion: mintmark.dev/v1\nkind: Store\nmetadata: { name: v }\nspec: { vault: { url: "http://127.0.0.1:1", auth: { token: { fromFile: v } } } }\n`,
    ],
  ])("%s", async (_what, change) => {
    const manifest = await aManifestWith(change);

    expectPlain(await world.mintmark("status", "-f", manifest));
    expectPlain(await world.mintmark("status", "-f", manifest, "-o", "json"));
    expectPlain(await world.mintmark("status", "-f", manifest, "-o", "yaml"));
  });

  test.each<[string, (manifest: string) => string]>([
    ["an account's name", (text) => text.replace(/name: forger-\w+, email/, `name: "${forged}", email`)],
    ["an unknown field", (text) => text.replace("target:", `"${forged}": 1\n  target:`)],
    ["a kind", (text) => text.replace("kind: Target", `kind: "${forged}"`)],
  ])("%s that is refused", async (_what, change) => {
    expectPlain(await world.mintmark("validate", "-f", await aManifestWith(change)));
  });

  test("a server's version", async () => {
    const server = await startFakeForgejo(({ path }) =>
      path === "/api/v1/version" ? { status: 200, body: { version: "1.0\u001b[2K\r\n  + forged" } } : undefined,
    );
    onTestFinished(server.stop);
    world.setEnv({ MINTMARK_ROOT_URL: server.url });

    expectPlain(await world.mintmark("plan", "-f", await world.manifest([{ name: unique("forged") }])));
    expectPlain(await world.mintmark("doctor", "-f", await world.manifest([{ name: unique("forged") }])));
  });
});
