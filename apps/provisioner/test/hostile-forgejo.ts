import { createHash } from "node:crypto";
import { addressBook } from "./address-book.ts";
import { type Answer, type Question, startFakeServer } from "./fake-server.ts";
import {
  type Account,
  anAccount,
  type Repository,
  type Token,
  toRepository,
  toToken,
  toUser,
} from "./hostile-bodies.ts";
import { seeded } from "./seeded.ts";

export type Hostility = {
  readonly seed?: number;
  /** How often a request ends in a 500, half of them after the work was done. */
  readonly errors?: number;
  /** How often a list is one change old. */
  readonly staleLists?: number;
  /** How far its clock is ahead. */
  readonly skewMs?: number;
  /** Names are not unique, as after a race. */
  readonly duplicateNames?: boolean;
  /** Tokens that are limited to repositories reach none of them. */
  readonly losesLimits?: boolean;
};

export const adminToken = createHash("sha1").update("the administrator's token").digest("hex");

/**
 * A Forgejo 16 as the recorded cases show it, and in a bad mood: none of Mintmark's properties and routes, passwords
 * required, must_change_password by default, tokens that a person regenerates, and what `Hostility` says.
 */
export async function startHostileForgejo({
  seed = 1,
  errors: errorsAtFirst = 0,
  staleLists: staleListsAtFirst = 0,
  skewMs = 0,
  duplicateNames = false,
  losesLimits = false,
}: Hostility = {}) {
  const random = seeded(seed);
  let mood = { errors: errorsAtFirst, staleLists: staleListsAtFirst };
  const accounts = new Map<string, Account>();
  const addresses = addressBook();
  const repositories = new Map<string, Repository>();
  let tokens: Token[] = [];
  let before: readonly Token[] = [];
  let lastId = 0;
  let check: () => void = () => {};
  const violations: unknown[] = [];
  const clock = (): string => new Date(Date.now() + skewMs).toISOString().replace(/\.\d+Z$/, "Z");
  const newValue = (): string => {
    lastId += 1;
    return createHash("sha1").update(`hostile ${seed} ${lastId}`).digest("hex");
  };
  const fail = (status: number, message: string): Answer => ({
    status,
    body: { message, url: "http://fake/api/swagger" },
  });
  const noUser = (name: string): Answer => fail(404, `user redirect does not exist [name: ${name}]`);

  function add(name: string, changes: Partial<Account> = {}): Account {
    const account = anAccount(name, { id: accounts.size + 1, ...changes });
    addresses.take(account.email, name);
    accounts.set(name.toLowerCase(), account);
    return account;
  }
  add("root", { isAdmin: true });
  tokens.push({
    id: 1,
    account: "root",
    name: "worker",
    scopes: ["write:admin", "read:repository", "read:user"],
    createdAt: clock(),
    plaintext: adminToken,
  });
  lastId = 1;

  function createUser(text: string): Answer {
    // What Forgejo does not know it ignores: `kind` is one of those.
    const {
      username,
      email,
      password = "",
      must_change_password: mustChange,
      full_name: fullName = "",
    } = JSON.parse(text);
    if (Buffer.byteLength(password) < 8) return fail(400, "PasswordIsRequired");
    if (accounts.has(username.toLowerCase())) return fail(422, `user already exists [name: ${username}]`);
    if (addresses.isTaken(email)) {
      return fail(422, `e-mail already in use [email: ${email}]`);
    }
    const account = add(username, { email, fullName, mustChangePassword: mustChange ?? true });
    return { status: 201, body: toUser(account, clock()) };
  }

  function createToken(account: Account, text: string): Answer {
    const { name, scopes = [], repositories: asked } = JSON.parse(text);
    if (scopes.length === 0) return fail(400, "access token must have a scope");
    const limit = asked?.map((one: Pick<Repository, "owner" | "name">) => `${one.owner}/${one.name}`);
    const refusal = limit && refuseLimit(limit, scopes);
    if (refusal) return refusal;
    const isTaken = tokens.some((one) => one.account === account.name.toLowerCase() && one.name === name);
    if (isTaken && !duplicateNames) return fail(400, "access token name has been used already");
    const plaintext = newValue();
    const owner = account.name.toLowerCase();
    const restriction = limit && {
      repositories: losesLimits ? [] : limit.map((one: string) => one.toLowerCase()),
    };
    const token = { id: lastId, account: owner, name, scopes, createdAt: clock(), plaintext, ...restriction };
    change([...tokens, token]);
    return { status: 201, body: toToken(token, repositories, plaintext) };
  }

  /** It asks whether who makes the token may see them, and not whether its owner may. */
  function refuseLimit(limit: readonly string[], scopes: readonly string[]): Answer | undefined {
    const words = "Access tokens with specified repositories";
    if (limit.length === 0) return fail(400, `${words} must have at least one repository.`);
    if (scopes.some((scope) => !/^(read|write):(issue|repository)$/.test(scope))) {
      const known = "read:issue, write:issue, read:repository, and write:repository scopes";
      return fail(400, `${words} can only be used with the ${known}.`);
    }
    const absent = limit.find((one) => !repositories.has(one.toLowerCase()));
    return absent === undefined ? undefined : fail(400, `repository ${absent} does not exist`);
  }

  function answerRepository({ path, headers }: Question, token: Token, caller: Account): Answer {
    const sudo = typeof headers.sudo === "string" ? headers.sudo : "";
    if (sudo !== "" && (!caller.isAdmin || token.repositories)) {
      return { status: 403, body: { message: "Only administrators allowed to sudo." } };
    }
    const doer = sudo === "" ? caller : accounts.get(sudo.toLowerCase());
    const key = path.slice("/api/v1/repos/".length).toLowerCase();
    const repository = repositories.get(key);
    const owner = repository && accounts.get(repository.owner.toLowerCase());
    const isListed = token.repositories?.includes(key) ?? true;
    const isReader = doer && (doer.isAdmin || repository?.readers.has(doer.name.toLowerCase()));
    if (!owner || !repository || !isReader || !isListed) return { ...fail(404, "The target couldn't be found.") };
    return refuseScope(token, "repository") ?? { status: 200, body: toRepository(repository, toUser(owner, clock())) };
  }

  function refuseScope({ scopes }: Token, category: "repository" | "user"): Answer | undefined {
    const isHeld = scopes.some((scope) => ["all", `read:${category}`, `write:${category}`].includes(scope));
    return isHeld ? undefined : fail(403, `token does not have at least one of required scope(s): [read:${category}]`);
  }

  function change(next: Token[]): void {
    before = tokens;
    tokens = next;
  }

  function answerTokens(account: Account, method: string, rest: string, { text, query }: Question): Answer {
    const isOwn = (one: Token) => one.account === account.name.toLowerCase();
    if (method === "POST") return createToken(account, text);
    if (method === "DELETE") {
      // The id counts; a name is tried when it is no number.
      const found = tokens.filter(
        (one) => isOwn(one) && (/^\d+$/.test(rest) ? one.id === Number(rest) : one.name === rest),
      );
      if (found.length === 0) return fail(404, "The target couldn't be found.");
      change(tokens.filter((one) => one !== found[0]));
      return { status: 204 };
    }
    const seen = (random.chance(mood.staleLists) ? before : tokens).filter(isOwn);
    const body = seen.map((one) => toToken(one, repositories));
    // Without a page Forgejo's admin route lists all.
    const isPaged = query.has("page") || query.has("limit");
    return isPaged ? pageOf(body, query) : { status: 200, body, headers: { "x-total-count": String(body.length) } };
  }

  function pageOf(all: readonly object[], query: URLSearchParams): Answer {
    const limit = Math.min(Number(query.get("limit") ?? 30), 50);
    const start = (Number(query.get("page") ?? 1) - 1) * limit;
    return { status: 200, body: all.slice(start, start + limit), headers: { "x-total-count": String(all.length) } };
  }

  function answerUsers(method: string, name: string | undefined, { text, query }: Question): Answer {
    if (name === undefined && method === "POST") return createUser(text);
    if (name === undefined) {
      const all = [...accounts.values()].map((one) => toUser(one, clock()));
      return pageOf(all, query);
    }
    const account = accounts.get(name.toLowerCase());
    if (!account) return noUser(name);
    if (method === "DELETE") {
      accounts.delete(name.toLowerCase());
      addresses.giveUp(name);
      change(tokens.filter((one) => one.account !== name.toLowerCase()));
      return { status: 204 };
    }
    const { email, full_name: fullName, prohibit_login: isLocked, must_change_password: mustChange } = JSON.parse(text);
    const spelt = addresses.take(email ?? account.email, name);
    if (spelt === undefined) return fail(400, `e-mail already in use [email: ${email}]`);
    account.email = spelt;
    account.fullName = fullName ?? account.fullName;
    account.isLocked = isLocked ?? account.isLocked;
    account.mustChangePassword = mustChange ?? account.mustChangePassword;
    return { status: 200, body: toUser(account, clock()) };
  }

  function refuse(account: Account, path: string): Answer | undefined {
    if (account.mustChangePassword) {
      return {
        status: 403,
        body: { message: "You must change your password. Change it at: http://fake//user/change_password" },
      };
    }
    if (account.isLocked)
      return {
        status: 403,
        body: { message: "This account is prohibited from signing in, please contact your site administrator." },
      };
    if (path.startsWith("/api/v1/admin/") && !account.isAdmin) return fail(403, "user should be the site admin");
    return undefined;
  }

  function route(question: Question): Answer {
    const { method, path } = question;
    if (!path.startsWith("/api/v1/")) return { status: 404, body: "Not found." };
    const given = /^token (.+)$/.exec(question.headers.authorization ?? "")?.[1];
    const token = tokens.find((one) => one.plaintext === given);
    const caller = token && accounts.get(token.account);
    // Forgejo's order: who asks, in what state he is, what he may, and only then what he wants.
    if (!caller) return fail(401, "user does not exist [uid: 0, name: ]");
    const refusal = refuse(caller, path);
    if (refusal) return refusal;
    if (/^\/api\/v1\/repos\/[^/]+\/[^/]+$/.test(path)) return answerRepository(question, token, caller);
    if (path === "/api/v1/user") return refuseScope(token, "user") ?? { status: 200, body: toUser(caller, clock()) };
    if (path === "/api/v1/version") return { status: 200, body: { version: "16.0.1+gitea-1.22.0" } };
    const [, name, rest = ""] = /^\/api\/v1\/admin\/users\/([^/]+)\/tokens\/?(.*)$/.exec(path) ?? [];
    if (name !== undefined) {
      const account = accounts.get(name.toLowerCase());
      return account ? answerTokens(account, method, rest, question) : noUser(name);
    }
    const user = /^\/api\/v1\/users\/([^/]+)$/.exec(path)?.[1];
    if (user !== undefined) {
      const account = accounts.get(user.toLowerCase());
      return account ? { status: 200, body: toUser(account, clock()) } : noUser(user);
    }
    const admin = /^\/api\/v1\/admin\/users(?:\/([^/]+))?$/.exec(path);
    return admin ? answerUsers(method, admin[1], question) : fail(404, "The target couldn't be found.");
  }

  function answer(question: Question): Answer {
    const isSick = random.chance(mood.errors);
    const happens = !isSick || random.chance(0.5);
    const result = happens ? route(question) : fail(500, "");
    try {
      check();
    } catch (violation) {
      violations.push(violation);
    }
    const date = { date: new Date(Date.now() + skewMs).toUTCString() };
    return isSick ? fail(500, "") : { ...result, headers: { ...date, ...result.headers } };
  }

  const server = await startFakeServer(answer);
  return {
    ...server,
    tokens: (): readonly Token[] => tokens,
    tokensOf: (account: string): readonly Token[] => tokens.filter((one) => one.account === account.toLowerCase()),
    accounts: (): ReadonlyMap<string, Account> => accounts,
    /** A person's own account, or one that a person made for a bot. */
    addAccount: add,
    /** A private repository of root's, into which nobody else is let yet. */
    addRepository(name: string) {
      const readers = new Set<string>();
      repositories.set(`root/${name}`, { id: repositories.size + 1, owner: "root", name, readers });
      return {
        name: `root/${name}`,
        readers,
        remove: () => repositories.delete(`root/${name}`),
      };
    },
    addToken(account: string, name: string): string {
      const plaintext = newValue();
      change([
        ...tokens,
        { id: lastId, account: account.toLowerCase(), name, scopes: ["all"], createdAt: clock(), plaintext },
      ]);
      return plaintext;
    },
    /** The web page's button: another value under the same id, name and time. */
    regenerate(account: string, name: string): string {
      const token = tokens.find((one) => one.account === account.toLowerCase() && one.name === name);
      if (!token) throw new Error(`no token ${name}`);
      token.plaintext = newValue();
      return token.plaintext;
    },
    deleteByHand: (account: string, name: string) =>
      change(tokens.filter((one) => one.account !== account.toLowerCase() || one.name !== name)),
    isLive: (plaintext: string): boolean => tokens.some((one) => one.plaintext === plaintext),
    /** Called after every request, to check what must hold at every moment. */
    watch(toCheck: () => void): void {
      check = toCheck;
    },
    violations,
    setMood(next: Pick<Hostility, "errors" | "staleLists">): void {
      mood = { ...mood, ...next };
    },
  };
}
