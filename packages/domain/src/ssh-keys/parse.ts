import { createHash, createPublicKey } from "node:crypto";
import { DomainError } from "../errors.ts";
import { createWireReader, type WireReader } from "./wire-format.ts";

export type ParsedKey = {
  /** Type, base64 and comment with single blanks between them. */
  readonly line: string;
  readonly fingerprint: string;
};

/**
 * What is stored of a key that somebody gives.
 * @throws DomainError `unprocessable` in Forgejo's words, which repeat nothing of the text: it may be a private key.
 */
export function parseSshKey(given: string): ParsedKey {
  try {
    return parse(given.trim());
  } catch (error) {
    if (error instanceof DomainError || !(error instanceof Error)) throw error;
    throw new DomainError("unprocessable", `Invalid key content: ${error.message}`);
  }
}

function parse(text: string): ParsedKey {
  if (looksPrivate(text)) throw new Error("this is a private key; give the public one, and make a new pair");
  const { type, base64, comment } = text.startsWith("---- BEGIN SSH2 PUBLIC KEY ----")
    ? fieldsOfFile(text)
    : fieldsOfLine(text);
  const { blob, kind } = readKind(base64);
  if (type !== "" && type !== kind) throw new Error("key type and content does not match");
  checkKey(kind, blob);
  return {
    line: [kind, blob.toString("base64"), comment.trim()].filter((field) => field !== "").join(" "),
    fingerprint: `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`,
  };
}

// OpenSSH's, PEM's and PuTTY's forms; the base64 is that of `openssh-key-v1`, without the lines around it.
const looksPrivate = (text: string): boolean =>
  /PRIVATE KEY|PuTTY-User-Key-File|Private-Lines:|b3BlbnNzaC1rZXktdjE/i.test(text);

type Fields = { readonly type: string; readonly base64: string; readonly comment: string };

/** As in Forgejo a lone field is the base64, and with it the type. */
function fieldsOfLine(text: string): Fields {
  if (/[\r\n]/.test(text)) throw new Error("only a single line with a single key please");
  // SECURITY: a terminal or an authorized_keys file would obey such signs.
  if (/(?!\t)\p{Cc}/u.test(text)) throw new Error("the line contains a control character");
  const [first = "", second, ...rest] = text.split(" ");
  return second === undefined
    ? { type: "", base64: first, comment: "" }
    : { type: first, base64: second, comment: rest.join(" ") };
}

/** RFC 4716: headers, which may go on behind a backslash, and then the base64. */
function fieldsOfFile(text: string): Fields {
  const lines = text.replaceAll(/\\\r?\n/g, "").split(/\r?\n/);
  if (lines.at(-1)?.trim() !== "---- END SSH2 PUBLIC KEY ----") throw new Error("the file has no end");
  const base64 = lines.slice(1, -1).filter((line) => !line.includes(":"));
  return { type: "", base64: base64.map((line) => line.trim()).join(""), comment: "" };
}

function readKind(base64: string): { blob: Buffer; kind: string } {
  try {
    const blob = decode(base64);
    return { blob, kind: createWireReader(blob).readString().toString("latin1") };
  } catch (error) {
    throw new Error(`extractTypeFromBase64Key: ${error instanceof Error ? error.message : "unreadable"}`);
  }
}

function decode(base64: string): Buffer {
  const signs = /^[A-Za-z0-9+/]*/.exec(base64)?.[0].length ?? 0;
  const isPadded = base64.length % 4 === 0 && /^={0,2}$/.test(base64.slice(signs));
  if (!isPadded) throw new Error(`illegal base64 data at input byte ${signs}`);
  return Buffer.from(base64, "base64");
}

type KindOfKey = {
  readonly minimumBits: number;
  /** The size in bits, of a key behind its type. @throws Error unless it is a whole key. */
  readonly read: (reader: WireReader) => number;
};

/** Forgejo's defaults: DSA and certificates are not taken. */
const kinds = new Map<string, KindOfKey>([
  ["ssh-ed25519", { minimumBits: 256, read: readEd25519 }],
  ["ssh-rsa", { minimumBits: 3_071, read: readRsa }],
  ["ecdsa-sha2-nistp256", { minimumBits: 256, read: (reader) => readEcdsa(reader, "nistp256") }],
  ["ecdsa-sha2-nistp384", { minimumBits: 256, read: (reader) => readEcdsa(reader, "nistp384") }],
  ["ecdsa-sha2-nistp521", { minimumBits: 256, read: (reader) => readEcdsa(reader, "nistp521") }],
  ["sk-ssh-ed25519@openssh.com", { minimumBits: 256, read: withApplication(readEd25519) }],
  [
    "sk-ecdsa-sha2-nistp256@openssh.com",
    { minimumBits: 256, read: withApplication((reader) => readEcdsa(reader, "nistp256")) },
  ],
]);

function checkKey(name: string, blob: Buffer): void {
  const kind = kinds.get(name);
  if (!kind) throw new Error("key type is not allowed");
  const reader = createWireReader(blob);
  reader.readString();
  const bits = kind.read(reader);
  // Bytes behind the key would give one key many fingerprints.
  if (!reader.isAtEnd()) throw new Error("there is more behind the key");
  if (bits < kind.minimumBits) throw new Error(`key length is not enough: got ${bits}, needs ${kind.minimumBits}`);
}

function readEd25519(reader: WireReader): number {
  if (reader.readString().length !== 32) throw new Error("an Ed25519 key has 32 bytes");
  return 256;
}

const MAX_RSA_BITS = 16_384;

/** RFC 4253 section 6.6: exponent, then modulus. */
function readRsa(reader: WireReader): number {
  const exponent = reader.readNumber();
  const modulus = reader.readNumber();
  const isExponent = exponent.length <= 4 && Number(`0x${exponent.toString("hex")}`) >= 3 && isOdd(exponent);
  if (!isExponent || !isOdd(modulus)) throw new Error("the RSA key is broken");
  const bits = modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  if (bits > MAX_RSA_BITS) throw new Error(`key length is too much: got ${bits}, allowed ${MAX_RSA_BITS}`);
  return bits;
}

const isOdd = (number: Buffer): boolean => (number.at(-1) ?? 0) % 2 === 1;

const curves = {
  nistp256: { crv: "P-256", bits: 256, bytes: 32 },
  nistp384: { crv: "P-384", bits: 384, bytes: 48 },
  nistp521: { crv: "P-521", bits: 521, bytes: 66 },
} as const;

/** RFC 5656 section 3.1: the curve's name again, and a point in its uncompressed form, which must be on the curve. */
function readEcdsa(reader: WireReader, name: keyof typeof curves): number {
  const { crv, bits, bytes } = curves[name];
  const isNamed = reader.readString().toString("latin1") === name;
  const point = reader.readString();
  if (!isNamed || point.length !== 1 + 2 * bytes || point[0] !== 4) throw new Error("the ECDSA key is broken");
  const [x, y] = [point.subarray(1, 1 + bytes), point.subarray(1 + bytes)];
  try {
    const key = { kty: "EC", crv, x: x.toString("base64url"), y: y.toString("base64url") };
    createPublicKey({ key, format: "jwk" });
  } catch {
    throw new Error("the ECDSA key is not on its curve");
  }
  return bits;
}

/** Keys of a security token name the application that they are for, `ssh:` as a rule. */
function withApplication(read: (reader: WireReader) => number): (reader: WireReader) => number {
  return (reader) => {
    const bits = read(reader);
    reader.readString();
    return bits;
  };
}
