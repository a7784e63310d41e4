import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what must be read again: AES-256-GCM, which nobody without the operator's key opens or changes unnoticed. */
export type Sealer = {
  /**
   * `purpose` names the room and the row, such as `["idempotent_replays", "ab12"]`: what is sealed for one opens for no other, so
   * that rows cannot be exchanged. The first word separates the keys.
   */
  seal(purpose: Purpose, plaintext: string): Buffer;
  /** Undefined when it does not open: another key, another purpose, or bytes that were changed. */
  open(purpose: Purpose, sealed: Buffer): string | undefined;
};

export type Purpose = readonly [room: string, ...row: (string | number)[]];

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `secretKey`: the 32 bytes of MINTMARK_SECRET_KEY. */
export function createSealer(secretKey: Buffer): Sealer {
  const keys = new Map<string, Buffer>();
  // A key for each room, since a key must not seal more than 2^32 values under random nonces.
  const keyOf = ([room]: Purpose): Buffer => {
    const key = keys.get(room) ?? Buffer.from(hkdfSync("sha256", secretKey, "", `mintmark ${room}`, 32));
    keys.set(room, key);
    return key;
  };

  return {
    seal(purpose, plaintext) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyOf(purpose), nonce).setAAD(bound(purpose));
      const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
    },
    open(purpose, sealed) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, keyOf(purpose), nonce, { authTagLength: TAG_BYTES })
        .setAAD(bound(purpose))
        .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const ciphertext = sealed.subarray(NONCE_BYTES + TAG_BYTES);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}

const bound = (purpose: Purpose): Buffer => Buffer.from(JSON.stringify(purpose));
