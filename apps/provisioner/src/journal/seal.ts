import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import type { GenerationKey } from "./journal.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** The first one seals; each of them opens what was sealed with it. */
export type SealKeys = readonly [Buffer, ...Buffer[]];

export type Sealed = { readonly keyId: string; readonly bytes: Buffer };

/** `id`: names the key without telling it. */
type Prepared = { readonly secret: KeyObject; readonly id: string };

/** To prepare a key takes longer than to seal a token with it. */
const prepared = new WeakMap<Buffer, Prepared>();

function prepare(key: Buffer): Prepared {
  const known = prepared.get(key);
  if (known) return known;
  const digest = createHash("sha256").update("mintmark journal key").update(key).digest("hex");
  const made = { secret: createSecretKey(key), id: digest.slice(0, 16) };
  prepared.set(key, made);
  return made;
}

/** A sealed copy opens for its own generation only, so that rows cannot be exchanged for one another. */
const contextOf = ({ target, account, token, generation }: GenerationKey): Buffer =>
  Buffer.from(JSON.stringify([target, account, token, generation]));

export function seal([key]: SealKeys, generation: GenerationKey, plaintext: string): Sealed {
  const nonce = randomBytes(nonceBytes);
  const { secret, id } = prepare(key);
  const cipher = createCipheriv(algorithm, secret, nonce).setAAD(contextOf(generation));
  const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return { keyId: id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]) };
}

/** What a copy says that was sealed with the first key. */
export const sealingKeyId = ([key]: SealKeys): string => prepare(key).id;

/** Undefined when no key at hand opens it: another key, another generation, or bytes that were changed. */
export function open(keys: SealKeys, generation: GenerationKey, sealed: Sealed): string | undefined {
  const secret = keys.map(prepare).find(({ id }) => id === sealed.keyId)?.secret;
  if (!secret || sealed.bytes.length < nonceBytes + tagBytes) return undefined;
  const nonce = sealed.bytes.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, secret, nonce, { authTagLength: tagBytes })
    .setAAD(contextOf(generation))
    .setAuthTag(sealed.bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const ciphertext = sealed.bytes.subarray(nonceBytes + tagBytes);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
