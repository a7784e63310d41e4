import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { isGone } from "../../test/process.ts";
import { startOf } from "./process.ts";

test("a living process keeps its start, another has another", async () => {
  const child = spawn("sleep", ["600"]);
  await once(child, "spawn");

  expect(await startOf(process.pid)).toBe(await startOf(process.pid));
  expect(await startOf(child.pid ?? 0)).not.toBe(await startOf(process.pid));

  child.kill("SIGKILL");
  await once(child, "close");
  expect(await startOf(child.pid ?? 0)).toBeUndefined();
});

test.skipIf(process.platform !== "linux")("one that is dead and not yet reaped counts as gone", async () => {
  const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec sleep 600"]);
  const { value } = await createInterface({ input: parent.stdout })[Symbol.asyncIterator]().next();
  const pid = Number(value);
  // A shell buries its dead; what takes its place does not.
  await expect.poll(() => readFile(`/proc/${parent.pid}/comm`, "utf8")).toBe("sleep\n");
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isGone(pid)).toBe(true);

  expect(process.kill(pid, 0)).toBe(true);
  expect(await startOf(pid)).toBeUndefined();

  parent.kill("SIGKILL");
  await once(parent, "close");
});
