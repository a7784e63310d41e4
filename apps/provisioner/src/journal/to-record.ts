import { getColumns } from "drizzle-orm";
import type { BotRecord, GenerationRecord } from "./journal.ts";
import { open, type Sealed, type SealKeys } from "./seal.ts";
import { type bots, generations } from "./table.ts";

const { intendedAt: _intendedAt, closedAt: _closedAt, ...columns } = getColumns(generations);

/** What a record is made of. */
export const recordColumns = columns;

type GenerationRow = Pick<typeof generations.$inferSelect, keyof typeof columns>;

/** The sealed copy of a row, if there is one. */
export const sealedOf = ({ sealed, sealedKeyId }: GenerationRow): Sealed | undefined =>
  sealed && sealedKeyId !== null ? { keyId: sealedKeyId, bytes: sealed } : undefined;

export const toBotRecord = (row: typeof bots.$inferSelect): BotRecord => ({
  target: row.target,
  account: row.account,
  set: row.botSet,
  onRemove: { disable: row.disableOnRemove, ...(row.deleteAfterMs !== null && { deleteAfterMs: row.deleteAfterMs }) },
  ...(row.removedAt && { removedAt: row.removedAt }),
});

export function toRecord(row: GenerationRow, keys: SealKeys): GenerationRecord {
  const { target, account, token, generation, state, scopes } = row;
  const sealed = sealedOf(row);
  return {
    target,
    account,
    token,
    generation,
    state,
    scopes,
    isOpenable: sealed !== undefined && open(keys, row, sealed) !== undefined,
    ...(row.repositories && { repositories: row.repositories }),
    ...(row.remoteId !== null && { remoteId: row.remoteId }),
    ...(row.tokenLastEight !== null && { lastEight: row.tokenLastEight }),
    ...(row.tokenHash && { digest: row.tokenHash.toString("hex") }),
    ...(row.receipts && { receipts: row.receipts }),
    ...(row.createdAt && { createdAt: row.createdAt }),
    ...(row.deliveredAt && { deliveredAt: row.deliveredAt }),
    ...(row.lastProbedAt && { lastProbedAt: row.lastProbedAt }),
  };
}
