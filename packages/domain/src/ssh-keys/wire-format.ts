// RFC 4251 section 5: what SSH public keys are made of.

/** Reads strings one behind another. Its errors say where a key is broken, and never what stands there. */
export type WireReader = {
  readonly readString: () => Buffer;
  /** A positive number without its sign's zero byte. @throws Error unless it is in its one shortest form. */
  readonly readNumber: () => Buffer;
  readonly isAtEnd: () => boolean;
};

export function createWireReader(blob: Buffer): WireReader {
  let at = 0;
  const readString = (): Buffer => {
    const length = blob.length - at < 4 ? undefined : blob.readUInt32BE(at);
    // Forgejo's words for the first string; the length is all that they tell.
    if (length === undefined || length > blob.length - at - 4) {
      throw new Error(`invalid key format: not enough length ${length ?? blob.length - at}`);
    }
    at += 4 + length;
    return blob.subarray(at - length, at);
  };
  const readNumber = (): Buffer => {
    const bytes = readString();
    const [first = 0x80, second = 0] = bytes;
    if (first >= 0x80 || (first === 0 && second < 0x80)) throw new Error("a number is not in its shortest form");
    return first === 0 ? bytes.subarray(1) : bytes;
  };
  return { readString, readNumber, isAtEnd: () => at === blob.length };
}
