import type { SshKey } from "./table.ts";

/** What the record says of a key. */
export const toFacts = ({ title, fingerprint }: SshKey) => ({ title, fingerprint });
