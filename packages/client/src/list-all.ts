import type { Client, Data, Input, PathWith } from "./client.ts";

/** The paths that answer with a list, or with one in `data` as searches do. */
export type ListPath = {
  [Path in PathWith<"get">]: Data<Path, "get"> extends readonly unknown[] | { data: readonly unknown[] } ? Path : never;
}[PathWith<"get">];

export type Item<Path extends ListPath> =
  Data<Path, "get"> extends readonly (infer One)[]
    ? One
    : Data<Path, "get"> extends { data: readonly (infer One)[] }
      ? One
      : never;

export type ListOptions = {
  /** How many to ask for at once; a server may give fewer. Default 50, Forgejo's own limit. */
  readonly pageSize?: number;
  /** Default 1,000,000. A list that is longer is an error and never cut short in silence. */
  readonly maxItems?: number;
};

/**
 * Yields every element of a list, page after page as they are needed. A list without `X-Total-Count` is one that the
 * server does not page. Elements that are added or deleted meanwhile can be missed or be seen twice.
 */
export async function* listAll<Path extends ListPath>(
  client: Client,
  path: Path,
  input: Input<Path, "get">,
  options: ListOptions = {},
): AsyncGenerator<Item<Path>, void, undefined> {
  const { pageSize = 50, maxItems = 1_000_000 } = options;

  let seen = 0;
  for (let page = 1; ; page++) {
    const { items, headers } = await getPage(client, path, input, { page, limit: pageSize });
    for (const item of items) {
      if (++seen > maxItems) throw new RangeError(`GET ${path}: more than ${maxItems} elements`);
      yield item;
    }
    // No total: the server does not page this list. An empty page ends it too: a total may count what is not shown.
    const total = Number(headers.get("x-total-count") ?? 0);
    if (items.length === 0 || seen >= total) return;
  }
}

/** Casts, since a type cannot say "any of these paths": what is called and read is the same for all of them. */
async function getPage<Path extends ListPath>(
  client: Client,
  path: Path,
  input: Input<Path, "get">,
  query: { page: number; limit: number },
): Promise<{ items: readonly Item<Path>[]; headers: Headers }> {
  const given = input as { params?: { path?: object; query?: object } };
  const params = { ...given.params, query: { ...given.params?.query, ...query } };
  const get = client.GET as (path: string, input: object) => Promise<{ data: unknown; headers: Headers }>;
  const { data, headers } = await get(path, { ...given, params });
  const items = Array.isArray(data) ? data : (data as { data: unknown }).data;
  if (!Array.isArray(items)) throw new TypeError(`GET ${path} does not answer with a list`);
  return { items, headers };
}
