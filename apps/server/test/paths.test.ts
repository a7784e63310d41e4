import { operationsOf } from "@mintmark/domain";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, startTestAuthority } from "./authority.ts";
import { openPipeline } from "./pipeline.ts";

// SC-16: whatever is done to a path, the policy of its canonical spelling holds, or nobody answers there.

const authority = await startTestAuthority({ MINTMARK_LOG_LEVEL: "error" });
const pipeline = await openPipeline(authority.rootUrl);
afterAll(async () => {
  pipeline.close();
  await authority.stop();
});

async function tokenOf(scopes: readonly string[]): Promise<string> {
  const json = { name: scopes.join(), scopes };
  const { body } = await authority.send({
    method: "POST",
    path: "/api/v1/users/root/tokens",
    authorization: asAdmin,
    json,
  });
  return `token ${body.sha1}`;
}
// No operation asks for packages, so this one opens none of those that ask for a scope.
const useless = await tokenOf(["write:package"]);
const all = await tokenOf(["all"]);

const last = /\/([^/]*)$/;
const tricks: Readonly<Record<string, (path: string) => string>> = {
  "a slash at the end": (path) => `${path}/`,
  "slashes at the end": (path) => `${path}///`,
  "two slashes within": (path) => path.replace(last, "//$1"),
  "two slashes at the beginning": (path) => `/${path}`,
  "a dot segment": (path) => path.replace(last, "/./$1"),
  "two dots": (path) => path.replace(last, "/x/../$1"),
  "two encoded dots": (path) => path.replace(last, "/x/%2e%2e/$1"),
  "two encoded dots in capitals": (path) => path.replace(last, "/x/%2E%2E/$1"),
  "an encoded dot": (path) => path.replace(last, "/%2e/$1"),
  "a parameter of the segment": (path) => `${path};x`,
  "a parameter before the last segment": (path) => path.replace(last, ";x=1/$1"),
  "an encoded slash": (path) => path.replace(last, "%2F$1"),
  "an encoded slash at the end": (path) => `${path}%2f`,
  "a backslash": (path) => path.replace(last, "\\$1"),
  "an encoded backslash": (path) => path.replace(last, "%5c$1"),
  capitals: (path) => path.toUpperCase(),
  "capitals in the last segment": (path) => path.replace(last, (segment) => segment.toUpperCase()),
  "an encoded letter": (path) =>
    path.replace(/([a-z])([^/]*)$/, (_, letter, rest) => `%${letter.charCodeAt(0).toString(16)}${rest}`),
  "a letter encoded twice": (path) =>
    path.replace(/([a-z])([^/]*)$/, (_, letter, rest) => `%25${letter.charCodeAt(0).toString(16)}${rest}`),
  "an encoded letter of the first segment": (path) => path.replace("/api", "/%61pi"),
  "an encoded letter of the version": (path) => path.replace("/v1", "/%761"),
  "an encoded NUL": (path) => `${path}%00`,
  "an encoded blank": (path) => `${path}%20`,
  "an extension": (path) => `${path}.json`,
  "an encoded question mark": (path) => `${path}%3Fx`,
  "an encoded hash": (path) => `${path}%23x`,
};

const overrides = ["x-http-method-override", "x-http-method", "x-method-override"];
const rewrites = ["x-original-url", "x-rewrite-url", "x-forwarded-prefix", "x-forwarded-uri"];

/** Nobody is called like this, so that what passes finds nothing to change. */
const pathOf = (path: string): string => path.replaceAll(/\{\w+\}/g, "nobody-is-called-this");
const categoryOf = (text: string): string | undefined => /required scope\(s\): \[(.*?)\]/.exec(text)?.[1];

describe.each(operationsOf())("$method $path", ({ method, path, policy }) => {
  test("keeps its policy, whatever is done to its path", async () => {
    const canonical = pathOf(path);
    const spellings = Object.entries(tricks).map(([name, change]) => ({ name, path: change(canonical) }));
    const ask = (authorization: string) =>
      pipeline.ask(
        [canonical, ...spellings.map((one) => one.path)].map((one) => ({
          method,
          path: one,
          headers: { authorization },
        })),
      );

    const [refused, ...tricked] = await ask(useless);
    const [answered, ...opened] = await ask(all);

    const wrong = spellings.flatMap((one, index) => {
      const [without, within] = [tricked[index], opened[index]];
      if (!without || !within) return [`${one.name}: no answer`];
      const isNowhere = [400, 404, 405].includes(without.status);
      const isSame = without.status === refused?.status && categoryOf(without.text) === categoryOf(refused.text);
      // Where the spelling leads to another operation, that one's policy stands in the way.
      const isRefused = without.status === 403 && categoryOf(without.text) !== undefined;
      const isRight = isNowhere || isSame || (policy.kind !== "none" && isRefused);
      const isKnown = [400, 404, 405, 422, answered?.status].includes(within.status) || within.status < 300;
      return isRight && isKnown ? [] : [`${one.name} ${one.path}: ${without.status} ${without.text}, ${within.status}`];
    });
    expect(wrong).toEqual([]);
  });

  test("is not called by a header that names another method or path", async () => {
    const free = { method: "GET", path: "/api/v1/version" };
    const [version] = await pipeline.ask([free]);

    const replies = await pipeline.ask([
      ...overrides.map((name) => ({ ...free, headers: { authorization: all, [name]: method } })),
      ...rewrites.map((name) => ({ ...free, headers: { authorization: all, [name]: pathOf(path) } })),
    ]);

    for (const reply of replies) expect(reply).toMatchObject({ status: version?.status, text: version?.text });
  });
});

test.each([
  ["v1", "/users/v1", "/users/moved-v1"],
  ["users", "/users/users/repos?q=users", "/users/moved-users/repos?q=users"],
  ["repos", "/repos/repos/repos", "/repos/moved-repos/repos"],
])("the old name %s is replaced where it stands for the account alone", async (name, path, location) => {
  const asRoot = (to: string, json: unknown) =>
    authority.send({ method: "POST", path: `/api/v1/admin/users${to}`, authorization: asAdmin, json });
  await asRoot("", { username: name, email: `${name}@example.org`, kind: "bot" });
  await asRoot(`/${name}/rename`, { new_username: `moved-${name}` });

  const moved = await authority.send({ path: `/api/v1${path}` });

  expect(moved).toMatchObject({ status: 307, headers: { location: `/api/v1${location}` } });
});

test.each(["QUERY", "PROPFIND", "TRACE"])(
  "%s, which no operation has, is answered like any other wrong method",
  async (method) => {
    const authorization = "token nobodys";
    const [known, unknown, refused] = await pipeline.ask([
      { method, path: "/api/v1/user" },
      { method, path: "/api/v1/nothing" },
      { method, path: "/api/v1/user", headers: { authorization } },
    ]);

    expect(known).toMatchObject({ status: 405, text: "" });
    expect(unknown).toMatchObject({ status: 404, text: "404 page not found\n" });
    expect(refused).toMatchObject({ status: 401 });
  },
);
