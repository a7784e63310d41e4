import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repository = resolve(import.meta.dirname, "../../..");
let folder: string;

/** A project without dependencies, in a folder whose name has spaces; `start` runs the program below. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark run "));
  for (const app of ["start", "provisioner"]) {
    await mkdir(join(folder, `apps/${app}/src`), { recursive: true });
    await writeFile(join(folder, `apps/${app}/src/main.ts`), program);
  }
  await mkdir(join(folder, "node_modules"));
  await symlink(join(repository, "node_modules/pnpm"), join(folder, "node_modules/pnpm"));
  for (const file of ["run.mjs", "install.mjs", "lock.mjs"]) {
    await cp(join(repository, "tooling", file), join(folder, "tooling", file));
  }
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "small", private: true, type: "module" }));
  await cp(join(repository, "pnpm-workspace.yaml"), join(folder, "pnpm-workspace.yaml"));
  await mkdir(join(folder, "packages"));
  await writeFile(join(folder, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const program = `
const [how, what]: string[] = process.argv.slice(2);
console.log(JSON.stringify(process.argv.slice(2)));
if (how === "folder") console.log(process.cwd(), process.env.MINTMARK_FOLDER);
if (how === "exit") process.exit(Number(what));
if (how === "die") process.kill(process.pid, "SIGKILL");
if (how === "wait") {
  setInterval(() => {}, 1000);
  process.once("SIGTERM", () => process.exit(7));
  console.log("ready");
}
`;

describe("run.mjs", () => {
  test("two first starts at once install once, and both run", async () => {
    const [one, two] = await Promise.all([run({}, "start", "exit", "0"), run({}, "start", "exit", "0")]);

    expect([one.code, two.code]).toEqual([0, 0]);
    expect(`${one.errors}${two.errors}`.match(/installing dependencies/g)).toHaveLength(1);
  });

  test("says nothing of its own once installed, and hands arguments and exit code on", async () => {
    await run({}, "start", "exit", "0");

    const { code, output, errors } = await run({}, "start", "exit", "5", "a b");

    expect({ code, output, errors }).toEqual({ code: 5, output: '["exit","5","a b"]\n', errors: "" });
  });

  test("gives the programs one folder, wherever they are called", async () => {
    const caller = join(folder, "apps");
    const { INIT_CWD: _given, MINTMARK_FOLDER: _also, ...env } = process.env;

    const { output } = await run({ cwd: caller, env }, "mintmark", "folder");

    expect(output).toContain(`${caller} ${join(folder, ".mintmark")}`);
  });

  test("hands a signal on, and ends with the code of the program", async () => {
    const child = spawnRun({}, "start", "wait");
    await until(child, "ready");

    child.kill("SIGTERM");

    expect(await once(child, "exit")).toEqual([7, null]);
  });

  test("dies of the signal that the program died of", async () => {
    expect(await run({}, "start", "die")).toMatchObject({ code: null, signal: "SIGKILL" });
  });

  test("a lock whose owner is dead stops nobody", async () => {
    const dead = spawn(process.execPath, ["--version"]);
    await once(dead, "exit");
    await writeFile(join(folder, ".installing"), String(dead.pid));
    await rm(join(folder, "node_modules/.installed.json"), { force: true });

    expect(await run({}, "start", "exit", "0")).toMatchObject({ code: 0 });
  });

  test("names its commands to who asks for another", async () => {
    const { code, errors } = await run({}, "strat");

    expect(code).toBe(2);
    expect(errors).toContain("start, dev, authority, mintmark, check, test, generate, build, bench");
  });
});

function spawnRun(options: SpawnOptions, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [join(folder, "tooling/run.mjs"), ...args], { cwd: folder, ...options });
}

async function run(options: SpawnOptions, ...args: string[]) {
  const child = spawnRun(options, ...args);
  let output = "";
  let errors = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (errors += chunk));
  const [code, signal] = await once(child, "close");
  return { code, signal, output, errors };
}

async function until(child: ChildProcess, text: string): Promise<void> {
  let output = "";
  for await (const chunk of child.stdout ?? []) {
    output += chunk;
    if (output.includes(text)) return;
  }
}
