import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { execSink } from "./exec.ts";
import { environmentOf } from "./run-program.ts";

const plaintext = "example/value+1=";
const owner = { target: "forge", account: "bot-one", token: "main" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark exec "));
});
afterEach(() => rm(folder, { recursive: true }));

/** A sink whose program is `body`, a script of Node. `input` is what it got. */
async function aSink(
  body: string,
  changes: { read?: boolean; timeoutMs?: number; env?: Record<string, string>; cwd?: string } = {},
) {
  const program = join(folder, "deliver");
  const read = 'const input = JSON.parse(require("node:fs").readFileSync(0, "utf8"));';
  await writeFile(program, `#!${process.execPath}\n${read}\n${body}\n`);
  await chmod(program, 0o700);
  return execSink({
    program,
    args: ["--to", "here"],
    timeoutMs: 10_000,
    env: {},
    cwd: folder,
    owner,
    read: false,
    ...changes,
  });
}

const say = (answer: object): string => `console.log(${JSON.stringify(JSON.stringify(answer))});`;

/** Waits until the process with the number in `file` is gone. */
async function isGone(file: string): Promise<boolean> {
  const pid = await readFile(file, "utf8");
  for (let look = 0; look < 200; look += 1) {
    const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", pid], { encoding: "utf8" });
    // What is dead and not yet collected by its parent is a zombie.
    if (/^(Z|$)/.test(stdout.trim())) return true;
    await setTimeout(10);
  }
  return false;
}

describe("a program", () => {
  test("gets the token on standard input only, and says what came of it", async () => {
    const sink =
      await aSink(`require("node:fs").writeFileSync("got", JSON.stringify({ input, argv: process.argv, env: process.env }));
      ${say({ receipt: "version 3" })}`);

    expect(await sink.write(plaintext)).toBe("version 3");

    const got = JSON.parse(await readFile(join(folder, "got"), "utf8"));
    expect(got.input).toEqual({ protocol: "mintmark.dev/exec/v1", operation: "write", ...owner, plaintext });
    expect(got.argv.slice(2)).toEqual(["--to", "here"]);
    expect(JSON.stringify([got.argv, got.env])).not.toContain("example");
    expect(sink.read).toBeUndefined();
  });

  test("finds a few variables in its environment and no secret of ours", async () => {
    const all: Record<string, string> = {
      PATH: "/bin",
      HOME: "/h",
      MINTMARK_JOURNAL_KEY: "k",
      DATABASE_URL: "d",
      REGION: "r",
    };

    expect(environmentOf(["REGION"], (name) => all[name])).toEqual({ PATH: "/bin", HOME: "/h", REGION: "r" });
  });

  test("tells what it holds when it can", async () => {
    const sink = await aSink(`console.log(JSON.stringify({ value: input.operation === "read" ? "held" : null }));`, {
      read: true,
    });

    expect(await sink.read?.()).toBe("held");
  });

  test("holds nothing when it answers null", async () => {
    expect(await (await aSink(say({ value: null }), { read: true })).read?.()).toBeUndefined();
  });
});

describe("a delivery has failed, and no word of the token is told, when the program", () => {
  test.each<[string, string, string]>([
    ["exits with a code", "process.exit(3);", "failed with 3"],
    [
      "exits with a code and a reason",
      `${say({ error: "disk full" })} process.exitCode = 4;`,
      "failed with 4: disk full",
    ],
    ["refuses", say({ error: "not\ntoday" }), "refuses: not today"],
    ["says nothing", "", "did not answer one JSON object"],
    ["says something else", 'console.log("ok");', "did not answer one JSON object"],
    ["answers by half", 'process.stdout.write("{\\"receipt\\": \\"a");', "did not answer one JSON object"],
    ["says too much", 'process.stdout.write("x".repeat(1e6));', "answered more than"],
    ["kills itself", "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000);", "was ended by SIGTERM"],
    ["repeats the token", "console.log(JSON.stringify({ error: 'no ' + input.plaintext }));", "refuses"],
    [
      "repeats it in base64",
      'console.log(JSON.stringify({ error: Buffer.from("no " + input.plaintext).toString("base64") }));',
      "refuses",
    ],
    [
      "repeats it in hex",
      'console.log(JSON.stringify({ error: Buffer.from(input.plaintext).toString("hex") }));',
      "refuses",
    ],
    ["repeats it in a URL", "console.log(JSON.stringify({ error: encodeURIComponent(input.plaintext) }));", "refuses"],
  ])("%s", async (_name, body, expected) => {
    const sink = await aSink(body);

    const failure = await sink.write(plaintext).catch((error: unknown) => error);

    expect(failure).toMatchObject({ name: "SinkError", message: expect.stringContaining(expected) });
    expect(String(failure)).not.toContain(plaintext);
    expect(String(failure)).not.toContain(Buffer.from("example/valu").toString("base64").slice(2, 12));
    expect(String(failure)).not.toContain(Buffer.from(plaintext).toString("hex"));
    expect(String(failure)).not.toContain(encodeURIComponent(plaintext));
  });

  test("is not there", async () => {
    const sink = execSink({
      program: join(folder, "absent"),
      args: [],
      timeoutMs: 100,
      env: {},
      cwd: folder,
      owner,
      read: false,
    });

    await expect(sink.write(plaintext)).rejects.toThrow("cannot be run (ENOENT)");
  });

  test("does not end: it and what it started are killed", async () => {
    const sink = await aSink(
      `const { pid } = require("node:child_process").spawn("sleep", ["60"], { stdio: "inherit" });
      require("node:fs").writeFileSync("child", String(pid));
      require("node:fs").writeFileSync("self", String(process.pid));
      setInterval(() => {}, 1000);`,
      { timeoutMs: 1500, env: { PATH: process.env.PATH ?? "" } },
    );

    await expect(sink.write(plaintext)).rejects.toThrow("did not end within 1500 ms");

    expect(await isGone(join(folder, "self"))).toBe(true);
    expect(await isGone(join(folder, "child"))).toBe(true);
  });

  test("leaves a child behind: that one is killed too", async () => {
    const sink = await aSink(
      `const { pid } = require("node:child_process").spawn("sleep", ["60"], { stdio: "ignore" });
      require("node:fs").writeFileSync("child", String(pid)); ${say({})} process.exit(0);`,
      { env: { PATH: process.env.PATH ?? "" } },
    );

    await sink.write(plaintext);

    expect(await isGone(join(folder, "child"))).toBe(true);
  });
});

test("a program starts in the folder of relative paths, which is made where nobody needed it before", async () => {
  const cwd = join(folder, "not", "yet");
  const sink = await aSink(`console.log(JSON.stringify({ receipt: process.cwd() }));`, { cwd });

  expect(await sink.write(plaintext)).toBe(cwd);
});

test("a folder that cannot be made is named, and not the program", async () => {
  await writeFile(join(folder, "file"), "");
  const cwd = join(folder, "file", "folder");

  await expect((await aSink(say({}), { cwd })).write(plaintext)).rejects.toThrow(
    `cannot be run in ${cwd} (ENOTDIR): set MINTMARK_FOLDER`,
  );
});

test("a receipt that ends within a letter, which no database would take, is made whole", async () => {
  const sink = await aSink(`console.log('{"receipt":"version \\\\ud83d"}')`);

  expect(await sink.write(plaintext)).toBe("version \ufffd");
});

test("a process that may open no more files tells that a program cannot be run, and lives on", () => {
  const script = `
    import { openSync } from "node:fs";
    import { runProgram } from ${JSON.stringify(new URL("run-program.ts", import.meta.url).href)};
    try { for (;;) openSync("/dev/null", "r"); } catch {}
    const options = { program: "/bin/cat", args: [], timeoutMs: 50, env: {}, cwd: "/" };
    const told = await runProgram(options, "").catch(String);
    setTimeout(() => process.stdout.write(told), 200);`;

  const { stdout } = spawnSync(
    "sh",
    ["-c", 'ulimit -n 64; exec "$0" --input-type=module-typescript --eval "$1"', process.execPath, script],
    { encoding: "utf8" },
  );

  expect(stdout).toBe("SinkError: /bin/cat cannot be run (EMFILE)");
});
