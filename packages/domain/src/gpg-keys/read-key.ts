import type { Key, Subkey } from "openpgp";
import { DomainError } from "../errors.ts";
import { isEmailAddress } from "../rules.ts";
import { ArmorError, decodeArmor } from "./armor.ts";
import { loadOpenpgp } from "./openpgp.ts";
import { checkKeyPackets, readPackets } from "./packets.ts";

type KeyFacts = {
  readonly keyId: string;
  readonly packet: Buffer;
  readonly canSign: boolean;
  readonly canEncrypt: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
};

export type ReadKey = KeyFacts & {
  readonly certificate: Buffer;
  /** In small letters, of the user ids that the key has signed and not revoked. */
  readonly emails: readonly string[];
  readonly subkeys: readonly KeyFacts[];
};

/**
 * What an armored public key says and can prove: user ids and subkeys without a valid signature of the primary key do not count,
 * or anybody could put his address on another's key.
 * @throws DomainError `unprocessable` in Forgejo's words, which repeat nothing of the text: it may be a private key.
 */
export async function readGpgKey(armored: string, now: Date): Promise<ReadKey> {
  try {
    const bytes = decodeKey(armored);
    return await read(bytes, now);
  } catch (error) {
    const reason = error instanceof ArmorError ? error.message : "openpgp: invalid data: the key cannot be read";
    throw new DomainError("unprocessable", `failed to parse gpg key ${reason}`, { cause: error });
  }
}

function decodeKey(armored: string): Buffer {
  const { kind, bytes } = decodeArmor(armored);
  if (kind !== "PGP PUBLIC KEY BLOCK" && kind !== "PGP PRIVATE KEY BLOCK") {
    throw new ArmorError(`openpgp: invalid argument: expected public or private key block, got: ${kind}`);
  }
  checkKeyPackets(readPackets(bytes));
  return bytes;
}

async function read(certificate: Buffer, now: Date): Promise<ReadKey> {
  const { readKey } = await loadOpenpgp();
  const key = await readKey({ binaryKey: certificate });
  if (await key.isRevoked(undefined, undefined, now)) throw new ArmorError("openpgp: invalid data: the key is revoked");
  const emails = await signedEmails(key, now);
  const expiresAt = await key.getExpirationTime();
  if (emails === undefined || expiresAt === null) {
    throw new ArmorError("openpgp: invalid data: entity without any identities");
  }
  const subkeys = await Promise.all(key.subkeys.map((subkey) => readSubkey(subkey, now)));
  return {
    ...(await factsOf(key, expiresAt)),
    certificate,
    emails,
    subkeys: subkeys.flatMap((subkey) => subkey ?? []),
  };
}

/** Undefined when no user id is signed by the key itself. */
async function signedEmails(key: Key, now: Date): Promise<string[] | undefined> {
  const emails = new Set<string>();
  let isAnySigned = false;
  for (const user of key.users) {
    // SECURITY: without it a user id proves nothing; the library throws for one that is not signed, revoked, or not yet valid.
    const isSigned = await user.verify(now).catch(() => false);
    if (!isSigned || !user.userID) continue;
    isAnySigned = true;
    if (isEmailAddress(user.userID.email)) emails.add(user.userID.email.toLowerCase());
  }
  return isAnySigned ? [...emails] : undefined;
}

/** Undefined for one that the primary key has not signed. */
async function readSubkey(subkey: Subkey, now: Date): Promise<KeyFacts | undefined> {
  const expiresAt = await subkey.getExpirationTime(now);
  return expiresAt === null ? undefined : factsOf(subkey, expiresAt);
}

async function factsOf(key: Key | Subkey, expiresAt: Date | number): Promise<KeyFacts> {
  const { PacketList } = await loadOpenpgp();
  const packets = new PacketList();
  packets.push(key.keyPacket);
  return {
    keyId: key.getKeyID().toHex().toUpperCase(),
    packet: Buffer.from(packets.write()),
    canSign: signing.has(key.keyPacket.algorithm),
    canEncrypt: encrypting.has(key.keyPacket.algorithm),
    createdAt: key.getCreationTime(),
    expiresAt: expiresAt instanceof Date ? expiresAt : null,
  };
}

// RFC 9580 section 9.1. As in Forgejo the algorithm decides, whatever the flags of the key say.
const signing = new Set([1, 3, 17, 19, 22, 27, 28]);
const encrypting = new Set([1, 2, 16, 18, 25, 26]);
