import { globSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFleet } from "@mintmark/provisioner";
import { expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const documents = globSync(["README.md", "docs/*.md"], { cwd: root });
const examples = globSync("examples/*.yaml", { cwd: root }).filter((path) => path.includes("fleet"));

test("every manifest in a document is one that the provisioner accepts", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mintmark-fleets-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const manifests = (await Promise.all(documents.map(manifestsIn))).flat();

  const bots = await Promise.all(
    manifests.map(async (text, index) => {
      const file = join(folder, `${index}.yaml`);
      await writeFile(file, text);
      return (await readFleet([file], folder)).bots.length;
    }),
  );

  expect(bots.length).toBeGreaterThan(0);
  expect(Math.min(...bots)).toBeGreaterThan(0);
});

test.each(examples)("%s is a manifest that the provisioner accepts", async (path) => {
  expect((await readFleet([join(root, path)], root)).bots.length).toBeGreaterThan(0);
});

/** The blocks of YAML that declare a whole fleet. */
async function manifestsIn(document: string): Promise<string[]> {
  const text = await readFile(join(root, document), "utf8");
  const blocks = [...text.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  return blocks.filter((block) => block.includes("kind: BotSet"));
}
