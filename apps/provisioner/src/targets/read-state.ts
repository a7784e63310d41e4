import type { Client, components } from "@mintmark/client";
import { inParallel } from "../parallel.ts";
import type { ObservedState } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { toToken } from "./to-token.ts";
import { translated } from "./translate-error.ts";

/** What one request may ask for: all names stand in its address. */
const namesMax = 200;
const requestsAtOnce = 8;

type Page = { readonly states: readonly (readonly [string, ObservedState])[]; readonly next: number | null };

/** Pages with the validators that they came with, by what was asked for. */
type Seen = Map<string, { readonly etag: string; readonly page: Page }>;

type States = ReadonlyMap<string, ObservedState>;

/** Which of the accounts exist, with all their tokens, by lower-case name; from a Mintmark, which tells of many at once. */
export const readState = (client: Client, names: readonly string[]): Promise<States> =>
  readPages(client, names, new Map(), new Map());

/** The same for who asks again and again: a page that did not change is not sent anew. */
export function stateReader(client: Client): (names: readonly string[]) => Promise<States> {
  let seen: Seen = new Map();
  return async (names) => {
    const now: Seen = new Map();
    const states = await readPages(client, names, seen, now);
    seen = now;
    return states;
  };
}

async function readPages(client: Client, names: readonly string[], before: Seen, now: Seen): Promise<States> {
  const found = new Map<string, ObservedState>();
  const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
  const parts = Array.from({ length: Math.ceil(wanted.length / namesMax) }, (_, index) =>
    wanted.slice(index * namesMax, (index + 1) * namesMax),
  );
  await inParallel(parts, requestsAtOnce, async (part) => {
    for (let after: number | null = 0, pages = 1; after !== null; pages += 1) {
      const { states, next } = await readPage(client, part.join(","), after, before, now);
      for (const [name, state] of states) found.set(name, state);
      // None is empty, and each begins after the one before it.
      if (next !== null && (!(next > after) || pages === part.length))
        throw new TargetError("unexpected", "the target's pages of accounts do not end");
      after = next;
    }
  });
  return found;
}

async function readPage(client: Client, names: string, after: number, before: Seen, now: Seen): Promise<Page> {
  const asked = `${after} ${names}`;
  const known = before.get(asked);
  // Overlaps end on evidence, so the last uses are wanted too.
  const query = { names, last_use: "true", ...(after > 0 && { after }) };
  const params = { query, ...(known && { header: { "If-None-Match": known.etag } }) };
  const { data, headers } = await translated(() => client.GET("/api/mintmark/v1/admin/state", { params }));
  if (data) {
    const page = toPage(data);
    const etag = headers.get("etag");
    if (etag !== null) now.set(asked, { etag, page });
    return page;
  }
  if (!known) throw new TargetError("unexpected", "the target answered 304 although nothing was named");
  now.set(asked, known);
  return known.page;
}

const toPage = ({ accounts, next }: components["schemas"]["State"]): Page => ({
  next,
  states: accounts.map(({ login, email, full_name: fullName, prohibit_login, active, is_admin: isAdmin, tokens }) => {
    const account = { name: login, email, fullName, isLocked: prohibit_login || !active, isAdmin };
    return [login.toLowerCase(), { account, tokens: tokens.map(toToken) }];
  }),
});
