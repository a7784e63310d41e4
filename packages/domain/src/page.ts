import { z } from "zod";
import type { RequestContext } from "./context.ts";
import { numeral } from "./parameters.ts";
import type { Settings } from "./settings.ts";

export const pageInput = z.object({
  page: numeral("Page number, from 1."),
  limit: numeral("Entries on a page; more than the server's maximum means the maximum."),
});

export type PageInput = z.output<typeof pageInput>;
export type Page = { readonly number: number; readonly limit: number; readonly offset: number };

/** A page or a limit out of range is corrected, never refused; what is not a number counts as not given. */
export function toPage(input: PageInput, settings: Settings): Page {
  const [number, limit] = [toNumber(input.page) ?? 0, toNumber(input.limit) ?? 0];
  const size = limit < 1 ? settings.defaultPagingNum : Math.min(limit, settings.maxResponseItems);
  const current = Math.min(Math.max(number, 1), 2 ** 31);
  return { number: current, limit: size, offset: (current - 1) * size };
}

/** Forgejo's other family of lists: without a page there is no paging at all, and every row comes. */
export function toPageOrAll(input: PageInput, settings: Settings): Page | undefined {
  return (toNumber(input.page) ?? 0) < 1 ? undefined : toPage(input, settings);
}

/** A decimal number of a path or a query, as far as JavaScript keeps it exact; undefined for anything else. */
export function toInteger(text: string | undefined): number | undefined {
  const number = toNumber(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Of any size: what is beyond every page is still no first page. Go takes a sign of either kind. */
const toNumber = (text = ""): number | undefined => (/^[+-]?\d+$/.test(text) ? Number(text) : undefined);

/**
 * The rows of a page, read from whichever end of the list is nearer, so that the last page costs what the first one does. `read`
 * orders them so that no two are equal, the other way round when asked to.
 */
export async function readFromNearerEnd<Row>(
  { offset, limit }: Page,
  total: number,
  read: (isReversed: boolean, window: { readonly limit: number; readonly offset: number }) => PromiseLike<Row[]>,
): Promise<Row[]> {
  const behind = Math.max(total - offset - limit, 0);
  if (offset <= behind) return read(false, { limit, offset });
  const rows = await read(true, { limit: Math.max(total - offset - behind, 0), offset: behind });
  return rows.toReversed();
}

export function replyWithTotal(ctx: RequestContext, total: number): void {
  ctx.reply.headers.set("x-total-count", String(total));
  ctx.reply.headers.set("access-control-expose-headers", "X-Total-Count");
}

/** The total and, when there is more than one page, the links in Forgejo's order: next, last, first, prev. */
export function replyWithLinks(ctx: RequestContext, page: Page, total: number): void {
  replyWithTotal(ctx, total);
  const last = Math.ceil(total / page.limit);
  if (last <= 1) return;
  const current = Math.min(page.number, last);
  const link = (number: number, relation: string) => `<${pageUrl(ctx, number)}>; rel="${relation}"`;
  const links = [
    ...(current < last ? [link(current + 1, "next"), link(last, "last")] : []),
    ...(current > 1 ? [link(1, "first"), link(current - 1, "prev")] : []),
  ];
  ctx.reply.headers.set("link", links.join(","));
  ctx.reply.headers.set("access-control-expose-headers", "Link, X-Total-Count");
}

function pageUrl(ctx: RequestContext, number: number): string {
  const query = new URLSearchParams(ctx.url.searchParams);
  query.set("page", String(number));
  query.sort();
  return `${ctx.settings.rootUrl}${ctx.url.pathname}?${goEncoded(query)}`;
}

/** Go escapes the asterisk and leaves the tilde; the URL standard does the reverse. */
const goEncoded = (query: URLSearchParams): string => query.toString().replaceAll("*", "%2A").replaceAll("%7E", "~");
