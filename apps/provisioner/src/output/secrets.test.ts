import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { aBot, aToken } from "../../test/declared.ts";
import { formatSecrets, listSecrets, proofLine } from "./secrets.ts";

const fileAt = (path: string) => aToken({ sinks: [{ kind: "file", path }] });

describe("the line that proves a secret", () => {
  test.each(["/a folder/it's.token", "/plain", '/with "quotes" and $dollars `ticks`', "/new\nline"])(
    "quotes %j for the shell",
    (path) => {
      const line = proofLine("http://host", listSecrets([aBot({ tokens: [fileAt(path)] })])) ?? "";
      // A shell that tells what curl is given, and what it reads: only the latter may be a secret; everybody sees the former.
      const told = `cat() { printf "read %s" "$1"; }; curl() { printf '%s\\n' "$*"; command cat; }`;

      const printed = execFileSync("sh", ["-c", `${told}; ${line}`], { encoding: "utf8" });

      expect(printed).toBe(`-H @- http://host/api/v1/version\nAuthorization: token read ${path}`);
    },
  );

  test("asks who the bot is when a token may", () => {
    const tokens = [
      fileAt("/one"),
      aToken({ name: "other", scopes: ["read:user"], sinks: [{ kind: "file", path: "/two" }] }),
    ];

    expect(proofLine("http://host", listSecrets([aBot({ tokens })]))).toBe(
      `{ printf 'Authorization: token '; cat '/two'; } | curl -H @- 'http://host/api/v1/user'`,
    );
  });

  test("is missing when no secret lies in a file of its own", () => {
    const tokens = [aToken({ sinks: [{ kind: "dotenv", path: "/.env", key: "A" }] })];

    expect(proofLine("http://host", listSecrets([aBot({ tokens })]))).toBeUndefined();
  });
});

test("a long list of places is cut, and says so", () => {
  const bots = Array.from({ length: 30 }, (_, index) => aBot({ account: `bot-${index}` }));

  const lines = formatSecrets(listSecrets(bots));

  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toContain("and 10 more");
});
