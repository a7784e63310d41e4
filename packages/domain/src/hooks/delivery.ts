import { z } from "zod";
import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { HookRow } from "./table.ts";

/** Where a hook calls, and what it would show there. */
export type Delivery = {
  readonly url: string;
  /** Signs what is sent; no answer holds it. */
  readonly secret: string;
  readonly authorizationHeader: string;
};

/** A hook as its owner may see it. */
export type Hook = Omit<HookRow, "sealedDelivery"> & { readonly delivery: Delivery };

type Key = { readonly id: number; readonly ownerId: number };

const purposeOf = ({ id, ownerId }: Key) => ["hooks", ownerId, id] as const;

const stored = z.object({ url: z.string(), secret: z.string(), authorizationHeader: z.string() });

export const sealDelivery = (ctx: Context, key: Key, delivery: Delivery): Buffer =>
  ctx.sealer.seal(purposeOf(key), JSON.stringify(delivery));

/** @throws DomainError `conflict` when the server has another key than the one that sealed it, or the row was changed from outside. */
export function toHook(ctx: Context, { sealedDelivery, ...row }: HookRow): Hook {
  const opened = ctx.sealer.open(purposeOf(row), sealedDelivery);
  if (opened === undefined) {
    throw new DomainError("conflict", `hook ${row.id} can no longer be read; it can be deleted`);
  }
  return { ...row, delivery: stored.parse(JSON.parse(opened)) };
}
