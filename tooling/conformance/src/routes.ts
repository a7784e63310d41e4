import { isDeepStrictEqual } from "node:util";
import type { Case, Expectation, Fixtures, Step } from "./case.ts";
import { expand } from "./expand.ts";

/** A route that a server offers: `GET /api/v1/users/{username}`. */
export type Route = { readonly method: string; readonly path: string };

/** What the recording itself says about paths: those Forgejo does not have, and methods it does not have at a path. */
export type UnknownToForgejo = { readonly paths: ReadonlySet<string>; readonly methods: ReadonlySet<string> };

/**
 * A path that was answered with the router's plain 404 anywhere, and a method that was answered 405, are asked for on purpose:
 * a server need not offer them for the case to be played. Nor a method that was never tried but with a wrong credential, since
 * that is refused before routing; nor a path that was only ever refused for want of a sign-in, which is too.
 */
export function unknownToForgejo(cases: readonly Case[]): UnknownToForgejo {
  const paths = new Set<string>();
  const methods = new Set<string>();
  const steps = cases.flatMap((one) => one.steps);
  for (const [request, asked] of Map.groupBy(steps, requestOf)) {
    if (asked.some(({ expect }) => expect.status === 404 && isPlainText(expect))) paths.add(request);
    if (asked.every(({ expect }) => isPrivateServer(expect))) paths.add(request);
    if (asked.some(({ expect }) => expect.status === 405)) methods.add(request);
    if (asked.every(({ as, expect }) => expect.status === 401 && as !== "anonymous")) methods.add(request);
  }
  return { paths, methods };
}

/** Profile `require-signin`: the same words on every path, routed or not. */
const isPrivateServer = ({ status, body }: Expectation): boolean =>
  status === 403 && isDeepStrictEqual(body, { message: "Only signed in user is allowed to call APIs." });

const isPlainText = ({ headers }: Expectation): boolean => headers["content-type"]?.startsWith("text/plain") ?? false;

/** The requests of a case, fixtures included, that the server does not route: `PUT /api/v1/user/following/{{other}}`. */
export function missingRoutes(
  one: Case,
  fixtures: Fixtures,
  offered: readonly Route[],
  unknown: UnknownToForgejo,
): string[] {
  const missing = expand(one, fixtures)
    .map(({ step }) => requestOf(step))
    .filter((asked) => !isRouted(asked, offered, unknown));
  return [...new Set(missing)];
}

function isRouted(asked: string, offered: readonly Route[], unknown: UnknownToForgejo): boolean {
  if (unknown.paths.has(asked)) return true;
  const [method = "", path = ""] = asked.split(" ");
  const isAnyMethodEnough = method === "OPTIONS" || unknown.methods.has(asked);
  const wanted = method === "HEAD" ? "GET" : method;
  return offered.some((route) => (isAnyMethodEnough || route.method === wanted) && matches(route.path, path));
}

// A server may route names and all else that a case makes up only by a parameter of the path.
function matches(template: string, path: string): boolean {
  const wanted = segments(template);
  const found = segments(path);
  return wanted.length === found.length && wanted.every((word, at) => /^\{.*\}$/.test(word) || word === found[at]);
}

const segments = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

const requestOf = (step: Step): string => step.do.split("?", 1)[0] ?? "";
