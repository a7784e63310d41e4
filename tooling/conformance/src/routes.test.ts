import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import { missingRoutes, unknownToForgejo } from "./routes.ts";

const aCase = (...steps: (readonly [asked: string, status: number, contentType?: string])[]): Case => ({
  id: "X-01",
  title: "",
  file: "x.json",
  profile: "default",
  use: [],
  with: {},
  steps: steps.map(([asked, status, contentType = "application/json;charset=utf-8"]) => ({
    as: "anonymous",
    do: asked,
    expect: { status, headers: { "content-type": contentType } },
  })),
});

const offered = [
  { method: "GET", path: "/api/v1/users/{username}" },
  { method: "DELETE", path: "/api/v1/users/{username}/tokens/{token}" },
];

const missingIn = (one: Case, all: readonly Case[] = [one]) => missingRoutes(one, {}, offered, unknownToForgejo(all));

test.each([
  "GET /api/v1/users/{{bot}}",
  "GET /api/v1/users//bot-{{n}}//?page=2",
  "HEAD /api/v1/users/{{bot}}",
  "OPTIONS /api/v1/users/{{bot}}/tokens/1",
])("%s is offered", (asked) => {
  expect(missingIn(aCase([asked, 200]))).toEqual([]);
});

test.each(["POST /api/v1/users/{{bot}}", "GET /api/v1/user", "OPTIONS /api/v1/user", "GET /api/v1/users/a/b"])(
  "%s is not",
  (asked) => {
    expect(missingIn(aCase([asked, 404]))).toEqual([asked]);
  },
);

test("a path that Forgejo lacks is asked for on purpose, whatever another case was answered there", () => {
  const unauthenticated = aCase(["GET /api/v1/nowhere", 401]);
  const lost = aCase(["GET /api/v1/nowhere", 404, "text/plain; charset=utf-8"]);

  expect(missingIn(lost)).toEqual([]);
  expect(missingIn(unauthenticated, [unauthenticated, lost])).toEqual([]);
  expect(missingIn(unauthenticated)).toEqual(["GET /api/v1/nowhere"]);
});

test("a path that a private server refuses everybody without a sign-in need not be there", () => {
  const steps = aCase(["GET /api/v1/nowhere", 403]).steps;
  const saying = (message: string): Case => ({
    ...aCase(),
    steps: steps.flatMap((step) => (step.expect ? { ...step, expect: { ...step.expect, body: { message } } } : [])),
  });
  const refused = saying("Only signed in user is allowed to call APIs.");

  expect(missingIn(refused)).toEqual([]);
  expect(missingIn(refused, [refused, aCase(["GET /api/v1/nowhere", 200])])).toEqual(["GET /api/v1/nowhere"]);
  expect(missingIn(saying("Must be an organization owner"))).toEqual(["GET /api/v1/nowhere"]);
});

test("a method that Forgejo lacks at a path needs the path, by any method", () => {
  expect(missingIn(aCase(["PUT /api/v1/users/{{bot}}", 405]))).toEqual([]);
  expect(missingIn(aCase(["PUT /api/v1/user", 405]))).toEqual(["PUT /api/v1/user"]);
});

test("a method that was never tried but with a wrong credential needs the path, by any method", () => {
  const refused = aCase(["PUT /api/v1/users/{{bot}}", 401]);
  const wrong: Case = { ...refused, steps: refused.steps.map((step) => ({ ...step, as: "token wrong" })) };

  expect(missingIn(wrong)).toEqual([]);
  expect(missingIn(refused)).toEqual(["PUT /api/v1/users/{{bot}}"]);
});
