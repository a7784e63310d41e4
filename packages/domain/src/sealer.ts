import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Keeps what must be read again: AES-256-GCM, which nobody without the operator's key opens or changes unnoticed. */
export type Sealer = {
  /**
   * `purpose` names the room and the row, such as `["idempotent_replays", "ab12"]`: what is sealed for one opens for no other, so
   * that rows cannot be exchanged. The first word separates the keys.
   */
  seal(purpose: Purpose, plaintext: string): Buffer;
  /** Undefined when it does not open: another key, another purpose, or bytes that were changed. */
  open(purpose: Purpose, sealed: Buffer): string | undefined;
  /** 32 bytes that are always the same for the purpose, and that nobody can tell from random ones without the key. */
  derive(purpose: Purpose): Buffer;
};

export type Purpose = readonly [room: string, ...row: (string | number)[]];

const ALGORITHM = "aes-256-gcm";
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `secretKey`: the 32 bytes of MINTMARK_SECRET_KEY. */
export function createSealer(secretKey: Buffer): Sealer {
  // Stands before every sealed value, so that values of an old key can be found and told apart when the key is replaced.
  const keyId = createHash("sha256").update("mintmark key id").update(secretKey).digest().subarray(0, KEY_ID_BYTES);
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
      return Buffer.concat([keyId, nonce, cipher.getAuthTag(), ciphertext]);
    },
    open(purpose, sealed) {
      if (sealed.length < KEY_ID_BYTES + NONCE_BYTES + TAG_BYTES || !keyId.equals(sealed.subarray(0, KEY_ID_BYTES)))
        return undefined;
      const own = sealed.subarray(KEY_ID_BYTES);
      const nonce = own.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(ALGORITHM, keyOf(purpose), nonce, { authTagLength: TAG_BYTES })
        .setAAD(bound(purpose))
        .setAuthTag(own.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const ciphertext = own.subarray(NONCE_BYTES + TAG_BYTES);
      try {
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
    derive: (purpose) =>
      createHmac("sha256", keyOf([`derived ${purpose[0]}`]))
        .update(bound(purpose))
        .digest(),
  };
}

const bound = (purpose: Purpose): Buffer => Buffer.from(JSON.stringify(purpose));
