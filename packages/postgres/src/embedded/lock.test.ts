import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "./lock.ts";

const program = fileURLToPath(new URL("../../test/take-lock.ts", import.meta.url));
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mintmark-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("never lets two in, and lets the next in, while holders are killed", async () => {
  const said: string[] = [];
  let killed = 0;
  const generation = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) {
      const child = spawn(process.execPath, [program, folder, "40"], { stdio: ["ignore", "pipe", "inherit"] });
      child.stdout.on("data", (text) => said.push(String(text)));
      await once(child, "close");
      if (child.signalCode) killed += 1;
    }
  };

  await Promise.all(Array.from({ length: 5 }, generation));

  expect(said).toEqual([]);
  expect(killed).toBeGreaterThan(0);
  const left = await withLock(join(folder, "locks"), () => readdir(join(folder, "locks")));
  expect(left.filter((name) => !name.startsWith(`claim_${process.pid}_`))).toHaveLength(1);
});

test("is free again when what ran inside failed", async () => {
  await expect(withLock(folder, () => Promise.reject(new Error("inside")))).rejects.toThrow("inside");

  expect(await withLock(folder, async () => "in")).toBe("in");
});
