import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesBelow, homes, importsOf, root } from "./source-files.ts";

/**
 * What each package may import of the others where it runs. `turbo boundaries` looks at all that a package reaches; this
 * is the first step alone. Tooling may import anything, and nothing of the product may import tooling.
 */
const allowed: Record<string, readonly string[]> = {
  "@mintmark/scopes": [],
  "@mintmark/postgres": [],
  "@mintmark/client": [],
  "@mintmark/domain": ["@mintmark/postgres", "@mintmark/scopes"],
  "@mintmark/server": ["@mintmark/domain", "@mintmark/postgres", "@mintmark/scopes"],
  "@mintmark/provisioner": ["@mintmark/client", "@mintmark/postgres", "@mintmark/scopes"],
  "@mintmark/start": ["@mintmark/provisioner", "@mintmark/server"],
};

const folders = homes.flatMap((home) =>
  filesBelow(home, "*/package.json").map((path) => path.replace("/package.json", "")),
);
const products = folders.filter((folder) => !folder.startsWith("tooling/"));

describe("the packages", () => {
  test("are seen by this test, and all in the table", () => {
    expect(products.map((folder) => manifestOf(folder).name).sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(products)("%s declares only what it may import", (folder) => {
    const { name, dependencies } = manifestOf(folder);
    const own = Object.keys(dependencies ?? {}).filter((dependency) => dependency.startsWith("@mintmark/"));

    expect(allowed[name]).toEqual(expect.arrayContaining(own));
  });

  test.each(products)("%s imports only what it declares where it runs", (folder) => {
    const files = filesBelow(folder, "src/**/*.{ts,tsx}").filter((path) => !path.endsWith(".test.ts"));
    const { dependencies } = manifestOf(folder);
    const imported = files.flatMap((path) => importsOf(path)).filter((one) => one.startsWith("@mintmark/"));
    const packages = imported.map((specifier) => specifier.split("/").slice(0, 2).join("/"));

    expect(Object.keys(dependencies ?? {})).toEqual(expect.arrayContaining([...new Set(packages)]));
  });

  test.each(products)("%s opens nothing but its front doors", (folder) => {
    for (const target of Object.values(manifestOf(folder).exports ?? {}))
      expect(target).toMatch(/^\.\/src\/[\w-]+\.ts$/);
  });

  test("wear the tag of their name, and tooling its own", () => {
    for (const folder of folders) {
      const { tags } = JSON.parse(readFileSync(join(root, folder, "turbo.json"), "utf8"));
      const name = folder.split("/")[1];
      const expected = folder.startsWith("tooling/") ? (name === "typescript" ? "configuration" : "tooling") : name;

      expect({ folder, tags }).toEqual({ folder, tags: [expected] });
    }
  });
});

type Manifest = {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string>>;
};

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
}
