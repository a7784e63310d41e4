import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  alphaDashDot,
  emailForAdmin,
  oneOf,
  refuseSiteScheme,
  requiredText,
  siteUrl,
  text,
  username,
} from "./rules.ts";

const firstIssue = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

const long = (length: number, sign = "u") => sign.repeat(length);

describe("text", () => {
  test.each([
    ["", undefined],
    ["é".repeat(50), undefined],
    ["é".repeat(51), "MaxSize"],
    ["😀".repeat(50), undefined],
    ["a\u0000b", "contains a character that cannot be stored (NUL or half a surrogate pair)"],
    ["\ud800", "contains a character that cannot be stored (NUL or half a surrogate pair)"],
  ])("of at most 50: %j is told %s", (value, word) => {
    expect(firstIssue(text({ max: 50 }), value)).toBe(word);
  });

  test("that is required refuses the empty text alone, blanks pass", () => {
    expect(firstIssue(requiredText(), "")).toBe("Required");
    expect(firstIssue(requiredText(), "  ")).toBeUndefined();
  });
});

describe("username", () => {
  test.each(["a", "bot-1", "a.b_c-9", "A9", long(40)])("%s is one", (name) => {
    expect(firstIssue(username({ max: 40 }), name)).toBeUndefined();
  });

  test.each([
    "-a1",
    "_a1",
    ".a1",
    "a1-",
    "a1.",
    "a--1",
    "a..1",
    "a.-1",
    "a 1",
    " a1",
    "a/1",
    "é1",
    "a@1",
    ".",
    "..",
    "-",
    "a\n",
  ])("%j is none", (name) => {
    expect(firstIssue(username({ max: 40 }), name)).toBe("invalid username");
  });

  test("characters are told before size, and emptiness before both", () => {
    expect(firstIssue(username({ max: 40 }), long(41))).toBe("MaxSize");
    expect(firstIssue(username({ max: 40 }), `-${long(41)}`)).toBe("invalid username");
    expect(firstIssue(username({ max: 40 }), "")).toBe("Required");
  });
});

test.each([
  ["", "Required"],
  ["a b", "AlphaDashDot"],
  ["é", "AlphaDashDot"],
  ["a/b", "AlphaDashDot"],
  ["a_b-c.d", undefined],
  [long(101), "MaxSize"],
])("a repository's name %j is told %s", (name, word) => {
  expect(firstIssue(alphaDashDot({ max: 100 }), name)).toBe(word);
});

describe("an address given by an administrator", () => {
  test.each(["a@example.org", "UPPER@Example.ORG", "a@localhost", "a.b+c@x-y.example.org", "o'hara@example.org"])(
    "%s passes",
    (address) => {
      expect(firstIssue(emailForAdmin({ max: 254 }), address)).toBeUndefined();
    },
  );

  test.each([
    "nomail",
    "@example.org",
    "a@",
    "Name <a@example.org>",
    "a b@example.org",
    "a@example.org, b@example.org",
    ".a@example.org",
    "a..b@example.org",
    "-a@example.org",
    "a@exa mple.org",
    "a@example.org\n",
  ])("%j is told back", (address) => {
    expect(firstIssue(emailForAdmin(), address)).toBe(`e-mail invalid [email: ${address}]`);
  });
});

describe("website", () => {
  test.each(["", "https://example.org/a?b=c", "HTTP://localhost:8080", "h3://example.org"])(
    "%j is a URL",
    (website) => {
      expect(firstIssue(siteUrl({ max: 255 }), website)).toBeUndefined();
    },
  );

  test.each(["example.org", "https://example.org:port", " https://example.org", "java\nscript:x"])(
    "%j is none",
    (website) => {
      expect(firstIssue(siteUrl({ max: 255 }), website)).toBe("Url");
    },
  );

  test.each(["h3://example.org", "javascript:alert(1)"])(
    "%s is refused where only web pages are welcome",
    (website) => {
      expect(() => refuseSiteScheme(website, ["http", "https"])).toThrow("[Website]: Url");
    },
  );

  test.each([undefined, "", "HTTPS://example.org"])("%j is welcome", (website) => {
    expect(() => refuseSiteScheme(website, ["http", "https"])).not.toThrow();
  });
});

test("a choice takes the empty text as not given and minds the case", () => {
  const visibility = oneOf(["public", "private"]);

  expect(firstIssue(visibility, "")).toBeUndefined();
  expect(firstIssue(visibility, "private")).toBeUndefined();
  expect(firstIssue(visibility, "Public")).toBe("In");
});

test("the rules leave their facts in the JSON Schema", () => {
  const schema = z.object({ name: username({ max: 40 }), email: emailForAdmin({ max: 254 }) });

  expect(z.toJSONSchema(schema).properties).toMatchObject({
    name: { maxLength: 40, pattern: expect.stringContaining("A-Za-z0-9") },
    email: { maxLength: 254, format: "email" },
  });
});
