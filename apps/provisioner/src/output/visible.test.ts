import { expect, test } from "vitest";
import { parse } from "yaml";
import { formatResult } from "./data.ts";
import { createProgress } from "./progress.ts";
import { formatTable } from "./table.ts";
import { inOneLine, visible } from "./visible.ts";

const odd = "a\u001b[2K\rb\u0007\u009b31m\u202ec\u2028d\t\n# e: f";

test("what moves a cursor or turns letters round is shown as its number, and line ends stay", () => {
  expect(visible(odd)).toBe("a\\u001b[2K\\u000db\\u0007\\u009b31m\\u202ec\\u2028d\\u0009\n# e: f");
  expect(inOneLine(odd)).toBe("a\\u001b[2K\\u000db\\u0007\\u009b31m\\u202ec\\u2028d\\u0009\\u000a# e: f");
  expect(visible("Zoë, 名前, 👩")).toBe("Zoë, 名前, 👩");
});

test.each(["json", "yaml"] as const)("what programs read as %s says the same when it is shown so", (output) => {
  const value = { text: odd, list: [odd, "a b", "c"] };

  expect(parse(visible(formatResult(output, value, () => "")))).toEqual(value);
});

test("no cell of a table is more than one line", () => {
  expect(formatTable(["A", "B"], [["a\n- b", "c"]])).toBe("A           B\na\\u000a- b  c");
});

test("no action and no failure of a run is more than one line, whatever it is called", () => {
  let text = "";
  const progress = createProgress({ write: (chunk) => (text += chunk) }, { color: false });
  const action = { kind: "close", target: "t", account: "bot", token: odd, generation: 1, because: "asked" } as const;

  progress.report({ type: "done", action, warnings: [] });
  progress.report({ type: "failed", action, error: new Error(odd) });
  progress.say(odd);

  expect(text.split("\n")).toHaveLength(4);
  expect(text).not.toMatch(/[^\P{Cc}\n]/u);
});
