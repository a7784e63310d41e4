import { execFile } from "node:child_process";
import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { LeaseLostError } from "../journal/lease.ts";
import { dotenvSink, setVariable } from "./dotenv.ts";
import { fileSink } from "./file.ts";
import { readSink } from "./open.ts";

const first = "example-value-1";
const second = "example-value-2";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark sinks "));
});
afterEach(() => rm(folder, { recursive: true }));

const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe("the file sink", () => {
  test("makes its folders, readable by the owner alone, and reads back what it wrote", async () => {
    const path = join(folder, "deep er", "bot.token");

    await fileSink(path).write(first);

    expect(await readFile(path, "utf8")).toBe(first);
    expect(await modeOf(path)).toBe(0o600);
    expect(await modeOf(join(folder, "deep er"))).toBe(0o700);
    expect(await fileSink(path).read()).toBe(first);
  });

  test("tightens a file that others could read", async () => {
    const path = join(folder, "bot.token");
    await writeFile(path, first);
    await chmod(path, 0o644);

    await fileSink(path).write(second);

    expect(await modeOf(path)).toBe(0o600);
    expect(await fileSink(path).read()).toBe(second);
  });

  test("that cannot be written says which and why, and leaves nothing of the secret beside it", async () => {
    const path = join(folder, "bot.token");
    await mkdir(path);

    await expect(fileSink(path).write(first)).rejects.toThrow(`${path}: it is a folder (EISDIR)`);

    await expect(fileSink(path).read()).rejects.toThrow(`${path}: it is a folder (EISDIR)`);
    expect(await readdir(folder)).toEqual(["bot.token"]);
  });

  test("does not wait for whoever might write to a pipe in its place", async () => {
    const path = join(folder, "bot.token");
    await promisify(execFile)("mkfifo", [path]);

    expect(await fileSink(path).read()).toBeUndefined();
  });

  test("takes what a disk gives before it fails for no whole file", async () => {
    const path = join(folder, "bot.token");
    await promisify(execFile)("mkfifo", [path]);
    // A pipe that is still open gives a part and then an error, as a disk does.
    const pipe = await open(path, "r+");
    onTestFinished(() => pipe.close());
    await pipe.write("x".repeat(5_000));

    await expect(fileSink(path).read()).rejects.toThrow("EAGAIN");
  });

  test.each([4_095, 4_096, 4_097, 300_000])("reads %i bytes of several a letter", async (size) => {
    const path = join(folder, "bot.token");
    const text = `${"€".repeat(size / 3)}${"x".repeat(size % 3)}`;
    await writeFile(path, text);

    expect(await fileSink(path).read()).toBe(text);
  });

  test("reads no more than a secret can need", async () => {
    const path = join(folder, "bot.token");
    await writeFile(path, "x".repeat(1_048_576));

    await expect(fileSink(path).read()).rejects.toThrow(`${path}: it is too large (EFBIG)`);
    await expect(fileSink("/dev/zero").read()).rejects.toThrow("/dev/zero: it is too large (EFBIG)");
  });

  test("overwrites what a crash between write and rename left behind", async () => {
    const path = join(folder, "bot.token");
    await writeFile(join(folder, ".bot.token.mintmark-new"), "half", { mode: 0o644 });

    await fileSink(path).write(first);

    expect(await readdir(folder)).toEqual(["bot.token"]);
    expect(await modeOf(path)).toBe(0o600);
  });

  test("many at once in one new folder hold what was written to each", async () => {
    const paths = Array.from({ length: 50 }, (_, index) => join(folder, "new", `${index}.token`));

    await Promise.all(paths.map((path) => fileSink(path).write(`example-value-of-${path}`)));

    const held = await Promise.all(paths.map((path) => fileSink(path).read()));
    expect(held).toEqual(paths.map((path) => `example-value-of-${path}`));
    expect(await readdir(join(folder, "new"))).toHaveLength(50);
  });

  test("keeps the value before this one as long as it is asked to", async () => {
    const path = join(folder, "bot.token");
    const sink = fileSink(path, true);
    await sink.write(first);
    expect(await readdir(folder)).toEqual(["bot.token"]);

    await sink.write(second);
    await sink.write(second);

    expect(await readFile(`${path}.prev`, "utf8")).toBe(first);
    expect(await modeOf(`${path}.prev`)).toBe(0o600);
    await sink.forgetPrevious?.();
    await sink.forgetPrevious?.();
    expect(await readdir(folder)).toEqual(["bot.token"]);
    expect(await sink.read()).toBe(second);
  });

  test("that cannot be written holds the old value, and says so", async () => {
    const path = join(folder, "bot.token");
    await fileSink(path).write(first);
    // A folder in the way of the temporary file: unlike a mode, that stops root too.
    await mkdir(join(folder, ".bot.token.mintmark-new", "x"), { recursive: true });

    await expect(fileSink(path).write(second)).rejects.toThrow();
    expect(await fileSink(path).read()).toBe(first);
  });

  test("holds nothing when the file is absent or empty", async () => {
    await writeFile(join(folder, "empty"), "\n");

    expect(await fileSink(join(folder, "absent")).read()).toBeUndefined();
    expect(await readSink(fileSink(join(folder, "empty")))).toEqual({ state: "absent" });
  });

  test("a place that cannot be read is told apart from an empty one", async () => {
    await mkdir(join(folder, "a folder"));

    expect(await readSink(fileSink(join(folder, "a folder")))).toMatchObject({ state: "unreadable" });
  });
});

const kinds = [
  ["file", (path: string) => fileSink(path)],
  ["dotenv", (path: string) => dotenvSink(path, "KEY")],
  ["file that keeps the value before", (path: string) => fileSink(path, true)],
] as const;

test.each(kinds)(
  "a write of a %s that is too late when all but the last step is done changes nothing",
  async (_kind, open) => {
    const path = join(folder, "bot.token");
    await open(path).write(first);
    const before = await readFile(path, "utf8");
    const tooLate = new LeaseLostError("bot");

    const written = open(path).write(second, () => {
      throw tooLate;
    });

    await expect(written).rejects.toBe(tooLate);
    expect(await readFile(path, "utf8")).toBe(before);
    expect(await readdir(folder)).toEqual(["bot.token"]);
  },
);

describe.each(kinds)("a symbolic link in the place of a %s", (_kind, open) => {
  test.each([
    ["a file", (target: string) => writeFile(target, "KEY=kept\n")],
    ["nothing", async () => {}],
  ])("that leads to %s is neither followed nor replaced, and the message says what to do", async (_to, make) => {
    const [path, target] = [join(folder, "bot.token"), join(folder, "elsewhere")];
    await make(target);
    await symlink(target, path);
    const before = await readFile(target, "utf8").catch(() => undefined);
    const told = `${path}: it is a symbolic link; let the sink's \`path\` name the file that it leads to`;

    await expect(open(path).write(first)).rejects.toThrow(told);

    await expect(open(path).read()).rejects.toThrow(told);
    expect(await readlink(path)).toBe(target);
    expect(await readFile(target, "utf8").catch(() => undefined)).toBe(before);
    expect((await readdir(folder)).filter((name) => name !== "elsewhere")).toEqual(["bot.token"]);
  });
});

describe("the dotenv sink", () => {
  test.each([
    ["an empty file", "", `KEY=${second}\n`],
    ["another variable", "A=1\n", `A=1\nKEY=${second}\n`],
    ["no line end at the end", "A=1", `A=1\nKEY=${second}\n`],
    ["a value among comments", "# top\nA=1\nKEY=old # why\n\n# end\n", `# top\nA=1\nKEY=${second} # why\n\n# end\n`],
    ["export and spaces", "  export KEY = old\nB=2\n", `  export KEY = ${second}\nB=2\n`],
    ["a quoted value over two lines", 'KEY="old\nvalue"\nB=2\n', `KEY=${second}\nB=2\n`],
    ["the name inside another's value", 'A="x\nKEY=inner\ny"\nKEY=old\n', `A="x\nKEY=inner\ny"\nKEY=${second}\n`],
    ["the name in a comment", "# KEY=old\n", `# KEY=old\nKEY=${second}\n`],
    ["a name that begins with it", "KEY_2=old\nMY_KEY=old\n", `KEY_2=old\nMY_KEY=old\nKEY=${second}\n`],
    ["an empty value", "KEY=\nB=2\n", `KEY=${second}\nB=2\n`],
    ["Windows line ends", "A=1\r\nKEY=old\r\nB=2\r\n", `A=1\r\nKEY=${second}\r\nB=2\r\n`],
    ["Windows line ends, added", "A=1\r\n", `A=1\r\nKEY=${second}\r\n`],
  ])("sets one variable: %s", (_name, before, after) => {
    expect(setVariable(before, "KEY", second)).toBe(after);
    expect(parseEnv(after).KEY).toBe(second);
  });

  test("is readable by the owner alone", async () => {
    const path = join(folder, ".env");
    await writeFile(path, "A=1\n");
    await chmod(path, 0o644);

    await dotenvSink(path, "KEY").write(first);

    expect(await modeOf(path)).toBe(0o600);
    expect(await dotenvSink(path, "KEY").read()).toBe(first);
    expect(await dotenvSink(path, "A").read()).toBe("1");
    expect(await dotenvSink(path, "B").read()).toBeUndefined();
  });

  test("keeps every byte of what is not UTF-8", async () => {
    const path = join(folder, ".env");
    const latin1 = Buffer.from("# M\u00fcller\nNAME=J\u00f6rg\nKEY=old\n", "latin1");
    await writeFile(path, latin1);

    await dotenvSink(path, "KEY").write(first);

    expect((await readFile(path)).toString("latin1")).toBe(latin1.toString("latin1").replace("old", first));
    expect(await dotenvSink(path, "KEY").read()).toBe(first);
  });

  test("bots that write to one file at the same time lose nothing", async () => {
    const path = join(folder, ".env");
    const keys = Array.from({ length: 20 }, (_, index) => `KEY_${index}`);

    await Promise.all(keys.map((key) => dotenvSink(path, key).write(`value-of-${key}`)));

    const held = parseEnv(await readFile(path, "utf8"));
    expect(held).toEqual(Object.fromEntries(keys.map((key) => [key, `value-of-${key}`])));
  });
});
