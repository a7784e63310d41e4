import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = fileURLToPath(new URL("./main.ts", import.meta.url));
const example = fileURLToPath(new URL("../../../examples/fleet.yaml", import.meta.url));

/** Tells on stderr, when the process ends, which libraries it loaded. */
const witness = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from "node:module";
  const loaded = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)\\//.exec(url) ?? [];
      if (name && name !== ".pnpm") loaded.add(name);
      return next(url, context);
    },
  });
  process.on("exit", () => process.stderr.write(JSON.stringify([...loaded].sort())));
`)}`;

test.each<[string, string[], string[]]>([
  ["help", ["--help"], []],
  ["validate", ["validate", "-f", example], ["luxon", "yaml", "zod"]],
])("%s loads no library that it does not work with", (_what, args, libraries) => {
  const { NODE_COMPILE_CACHE } = process.env;

  const { status, stderr } = spawnSync(process.execPath, ["--import", witness, program, ...args], {
    env: { NODE_COMPILE_CACHE },
    encoding: "utf8",
  });

  expect(status, stderr).toBe(0);
  expect(JSON.parse(stderr)).toEqual(libraries);
});

test("a command on a fleet loads neither the queue nor the metrics nor the libraries of stores", async () => {
  const { stderr } = spawnSync(process.execPath, ["--import", witness, program, "status", "-f", example], {
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    encoding: "utf8",
  });

  const libraries: string[] = JSON.parse(stderr.slice(stderr.lastIndexOf('["')));
  expect(libraries).toContain("postgres");
  for (const name of ["pg-boss", "prom-client", "undici", "@kubernetes/client-node"]) {
    expect(libraries).not.toContain(name);
  }
});
