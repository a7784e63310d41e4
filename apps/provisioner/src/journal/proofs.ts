import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Evidence, Proof, TokenKey } from "./journal.ts";
import { proofs } from "./table.ts";

type ProofRow = typeof proofs.$inferSelect;

/** Every proof of a token in order, each held against the one before it. */
export async function listProofs(db: PostgresJsDatabase, of: TokenKey): Promise<Proof[]> {
  const rows = await db
    .select()
    .from(proofs)
    .where(and(eq(proofs.target, of.target), eq(proofs.account, of.account), eq(proofs.token, of.token)))
    .orderBy(asc(proofs.number));
  let previous: Buffer = Buffer.alloc(0);
  return rows.map((row, index) => {
    const isIntact = row.number === index + 1 && hashOf(previous, row).equals(row.hash);
    previous = row.hash;
    return toProof(row, isIntact);
  });
}

function hashOf(previous: Buffer, { target, account, token, generation, step, at, detail }: ProofRow): Buffer {
  const text = `${JSON.stringify([target, account, token, generation, step, at.getTime()]).slice(0, -1)},${detail}]`;
  return createHash("sha256").update(previous).update(text).digest();
}

const toProof = ({ hash: _hash, detail, ...row }: ProofRow, isIntact: boolean): Proof => ({
  ...row,
  detail: parseDetail(detail),
  isIntact,
});

/** Written by `JSON.stringify` of an object; whatever else is there was put there by somebody else. */
function parseDetail(text: string): Evidence {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
