import { expect, test } from "vitest";
import type { Action } from "../plan/action.ts";
import { createProgress } from "./progress.ts";

const action: Action = { kind: "forgetBot", target: "forge", account: "bot-one", because: "removed" };

/** What a run of one success and one failure writes. */
function written(stream: { isTTY?: boolean; columns?: number }, color: boolean): string {
  let text = "";
  const progress = createProgress({ ...stream, write: (chunk) => (text += chunk) }, { color });
  progress.begin(2);
  progress.report({ type: "done", action, warnings: [] });
  progress.report({ type: "failed", action, error: new Error("the reason") });
  progress.end();
  return text;
}

test("without a terminal, progress is one plain line per action", () => {
  expect(written({}, true)).toBe(
    "- forget account bot-one (it is declared no more)\n! forget account bot-one: the reason\n",
  );
});

test("on a terminal it is a bar that never wraps, and goes away", () => {
  const text = written({ isTTY: true, columns: 40 }, true);

  expect(text).toContain("[############------------] 1/2");
  expect(text.split(/\r|\n/).every((line) => line.length < 60)).toBe(true);
  expect(text.endsWith("\r\u001b[2K")).toBe(true);
});

test("a terminal that does not know its width gets whole lines", () => {
  expect(written({ isTTY: true, columns: 0 }, true)).toContain("1/2  forget account bot-one");
});

/** What a look of 25 seconds writes, each of which tells that one more is done; and then the first action. */
function writtenOfLook(stream: { isTTY?: boolean }): string {
  let text = "";
  let ms = 0;
  const progress = createProgress({ ...stream, write: (chunk) => (text += chunk) }, { color: false, now: () => ms });
  for (let done = 1; done <= 25; done += 1, ms += 1000) progress.look("looking at forge", done, 25);
  progress.begin(1);
  progress.report({ type: "done", action, warnings: [] });
  progress.end();
  return text;
}

test("a look that takes long is told of every ten seconds without a terminal", () => {
  expect(writtenOfLook({})).toBe(
    "looking at forge: 11 of 25\nlooking at forge: 21 of 25\n- forget account bot-one (it is declared no more)\n",
  );
});

test("and as a bar on a terminal, which goes away before anything else is told", () => {
  const lines = writtenOfLook({ isTTY: true }).split("\r\u001b[2K");

  expect(lines.filter((line) => line.endsWith("looking at forge"))).toHaveLength(23);
  expect(lines.slice(-4)).toEqual([
    expect.stringContaining("24/25  looking at forge"),
    "",
    expect.stringContaining("1/1  forget account bot-one"),
    "",
  ]);
});

test("NO_COLOR keeps colours out", () => {
  expect(written({ isTTY: true }, true)).toContain("\u001b[31m");
  expect(written({ isTTY: true }, false)).not.toContain("\u001b[31m");
});
