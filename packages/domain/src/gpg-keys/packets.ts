import { ArmorError } from "./armor.ts";

// RFC 9580 section 4: a sequence of packets, each with a tag and a length. Walked before the library sees it, so that what it
// spends on a key is bounded by what is counted here.

export const packetTags = { signature: 2, secretKey: 5, publicKey: 6, secretSubkey: 7, userId: 13, publicSubkey: 14 };

export type Packet = { readonly tag: number; readonly body: Buffer };

/** @throws ArmorError for bytes that end before they should, and for what no key or signature has. */
export function readPackets(bytes: Buffer): Packet[] {
  const packets: Packet[] = [];
  let at = 0;
  const read = (length: number): number => {
    if (bytes.length - at < length) throw new ArmorError("unexpected EOF");
    at += length;
    return bytes.readUIntBE(at - length, length);
  };
  while (at < bytes.length) {
    const header = read(1);
    if (header < 0x80) throw new ArmorError("openpgp: invalid data: tag byte does not have MSB set");
    const isNewFormat = (header & 0x40) !== 0;
    const length = isNewFormat ? readNewLength(read) : readOldLength(header & 0x03, read);
    if (bytes.length - at < length) throw new ArmorError("unexpected EOF");
    packets.push({ tag: isNewFormat ? header & 0x3f : (header >> 2) & 0x0f, body: bytes.subarray(at, at + length) });
    at += length;
  }
  return packets;
}

type Read = (length: number) => number;

function readNewLength(read: Read): number {
  const first = read(1);
  if (first < 192) return first;
  if (first < 224) return ((first - 192) << 8) + read(1) + 192;
  if (first === 255) return read(4);
  // Section 4.2.1.4 allows parts for data alone.
  throw new ArmorError("openpgp: invalid data: partial length in a key");
}

function readOldLength(kind: number, read: Read): number {
  const size = [1, 2, 4][kind];
  if (size === undefined) throw new ArmorError("openpgp: invalid data: indeterminate length in a key");
  return read(size);
}

const MAX_SUBKEYS = 32;
const MAX_USER_IDS = 64;
const MAX_SIGNATURES = 256;

/** @throws ArmorError unless the packets are one public key of a size that is cheap to verify. */
export function checkKeyPackets(packets: readonly Packet[]): void {
  const count = (...tags: number[]) => packets.filter(({ tag }) => tags.includes(tag)).length;
  if (count(packetTags.secretKey, packetTags.secretSubkey) > 0) {
    throw new ArmorError("openpgp: invalid argument: this is a private key; give the public one");
  }
  if (count(packetTags.publicKey) !== 1 || packets[0]?.tag !== packetTags.publicKey) {
    throw new ArmorError("openpgp: invalid data: there must be one primary key, and it comes first");
  }
  const isTooMuch =
    count(packetTags.publicSubkey) > MAX_SUBKEYS ||
    count(packetTags.userId) > MAX_USER_IDS ||
    count(packetTags.signature) > MAX_SIGNATURES;
  if (isTooMuch) {
    throw new ArmorError(
      `openpgp: invalid data: more than ${MAX_SUBKEYS} subkeys, ${MAX_USER_IDS} user ids or ${MAX_SIGNATURES} signatures`,
    );
  }
  for (const { tag, body } of packets) {
    if (tag === packetTags.publicKey || tag === packetTags.publicSubkey) checkKeyPacket(body);
  }
}

const MAX_KEY_BYTES = 4_096;
const MAX_RSA_BITS = 16_384;
const MAX_RSA_EXPONENT_BITS = 32;
const RSA = [1, 2, 3];

/** Large numbers are what makes a signature dear to verify. */
function checkKeyPacket(body: Buffer): void {
  const { version, algorithm, material } = partsOf(body);
  if (body.length > MAX_KEY_BYTES)
    throw new ArmorError(`openpgp: invalid data: a key of more than ${MAX_KEY_BYTES} bytes`);
  if (version < 4) throw new ArmorError("openpgp: unsupported feature: public key version");
  if (!RSA.includes(algorithm)) return;
  // Section 5.7: a number of so many bits; modulus, then exponent.
  const [bits = 0, exponentBits = 0] = bitLengths(material);
  if (bits > MAX_RSA_BITS || exponentBits > MAX_RSA_EXPONENT_BITS) {
    throw new ArmorError("openpgp: invalid data: an RSA key with numbers that are too large");
  }
}

/** Section 5.5.2: version, time of creation, algorithm; version 6 tells the length of what follows. */
function partsOf(body: Buffer) {
  const version = body[0] ?? 0;
  return { version, algorithm: body[5] ?? 0, material: body.subarray(version === 6 ? 10 : 6) };
}

function bitLengths(material: Buffer): number[] {
  const lengths: number[] = [];
  for (let at = 0; at + 2 <= material.length; at += 2 + Math.ceil((lengths.at(-1) ?? 0) / 8)) {
    lengths.push(material.readUInt16BE(at));
  }
  return lengths;
}
