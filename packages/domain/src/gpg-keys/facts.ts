import type { GpgKey } from "./table.ts";

/** What the record says of a key. */
export const toFacts = ({ keyId, isVerified }: Pick<GpgKey, "keyId" | "isVerified">) => ({ keyId, isVerified });
