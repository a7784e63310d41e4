import type { Client, components } from "@mintmark/client";
import type { ObservedAccount } from "./target.ts";
import { ifFound, translated } from "./translate-error.ts";

type User = components["schemas"]["User"];

const pageSize = 50;

const toAccount = (user: User): ObservedAccount => ({
  name: user.login,
  email: user.email,
  fullName: user.full_name,
  isLocked: user.prohibit_login || !user.active,
  isAdmin: user.is_admin,
});

/** The accounts that exist among `names`, with the fewest requests: pages of everybody, or one by one when few are left. */
export async function findAccounts(
  client: Client,
  names: readonly string[],
): Promise<ReadonlyMap<string, ObservedAccount>> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const found = new Map<string, ObservedAccount>();
  const take = (user: User): void => {
    if (wanted.delete(user.login.toLowerCase())) found.set(user.login.toLowerCase(), toAccount(user));
  };

  let pagesLeft: number | undefined;
  let firstLength = 0;
  const totals = new Set<string | null>();
  // More pages than names would cost more than each name alone, whatever a server says of its pages.
  const pagesMax = wanted.size + 1;
  for (let page = 1; wanted.size > 1 && page <= pagesMax && isWorthIt(pagesLeft, wanted.size); page += 1) {
    const query = { page, limit: pageSize };
    const { data, headers } = await translated(() => client.GET("/api/v1/admin/users", { params: { query } }));
    for (const user of data) take(user);
    // A server's largest page may be smaller than the one asked for.
    if (page === 1) firstLength = data.length;
    const total = headers.get("x-total-count");
    totals.add(total);
    pagesLeft =
      total === null || data.length === 0 ? Math.sign(data.length) : Math.ceil(Number(total) / firstLength) - page;
  }
  // Where somebody was deleted meanwhile, others moved to a page that was read already.
  if (pagesLeft !== undefined && pagesLeft <= 0 && totals.size === 1) return found;
  for (const username of wanted) {
    const params = { path: { username } };
    const answer = await ifFound(() => client.GET("/api/v1/users/{username}", { params }));
    // A renamed account answers under its old name too; to us it is another account.
    if (answer) take(answer.data);
  }
  return found;
}

const isWorthIt = (pagesLeft: number | undefined, wanted: number): boolean =>
  pagesLeft === undefined || (pagesLeft > 0 && pagesLeft <= wanted);
