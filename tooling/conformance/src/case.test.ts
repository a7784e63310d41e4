import { expect, test } from "vitest";
import { deviations } from "../deviations.ts";
import { readCases, readFixtures } from "./case.ts";
import { expand } from "./expand.ts";
import { environmentOf } from "./profile.ts";

const cases = readCases();

test("every case is read, with an id of its own", () => {
  expect(cases.length).toBeGreaterThan(500);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test("every fixture that a case needs is there, behind what it needs itself", () => {
  const fixtures = readFixtures();

  const [last] = cases.filter(({ use }) => use.includes("oauthTokens"));
  const origins = cases.flatMap((one) => expand(one, fixtures)).length;

  expect(origins).toBeGreaterThan(cases.length);
  const names = last
    ? expand(last, fixtures).flatMap(({ origin }) => ("fixture" in origin ? [origin.fixture] : []))
    : [];
  expect(names.indexOf("code")).toBeGreaterThan(names.indexOf("signedIn"));
  expect(names.indexOf("oauthTokens")).toBeGreaterThan(names.indexOf("code"));
});

test("every profile has settings", () => {
  for (const { profile } of cases) {
    expect(environmentOf(profile, "strict")).not.toHaveProperty("MINTMARK_COMPATIBILITY");
    expect(environmentOf(profile, "forgejo")).toHaveProperty("MINTMARK_COMPATIBILITY", "forgejo");
  }
});

test("every wanted difference belongs to a case", () => {
  const ids = new Set(cases.map(({ id }) => id));

  expect(Object.keys(deviations).filter((id) => !ids.has(id))).toEqual([]);
});
