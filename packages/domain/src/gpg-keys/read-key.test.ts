import * as openpgp from "openpgp";
import { describe, expect, test } from "vitest";
import { readPackets } from "./packets.ts";
import { readGpgKey } from "./read-key.ts";

const now = new Date("2026-11-23T12:00:00Z");
const generate = (options: Partial<openpgp.KeyOptions> = {}) =>
  openpgp.generateKey({
    userIDs: [{ name: "V", email: "Victim@example.org" }],
    date: new Date("2026-01-01T00:00:00Z"),
    ...options,
    format: "object",
  });
const armor = (bytes: Uint8Array): string => openpgp.armor(openpgp.enums.armor.publicKey, bytes);
const bytesOf = (key: openpgp.Key): Buffer => Buffer.from(key.write());

/** The same packets with lengths of their own, for what no program would write. */
const packet = (tag: number, body: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([Buffer.from([0xc0 | tag, 255]), length, body]);
};
const join = (packets: readonly { tag: number; body: Buffer }[]): Buffer =>
  Buffer.concat(packets.map(({ tag, body }) => packet(tag, body)));

const victim = await generate();
const victimBytes = bytesOf(victim.publicKey);
const packets = readPackets(victimBytes);
const other = await generate({ userIDs: [{ email: "other@example.org" }] });
const otherPackets = readPackets(bytesOf(other.publicKey));

const refusal = (reason: string) =>
  expect.objectContaining({ code: "unprocessable", message: `failed to parse gpg key ${reason}` });

describe("a public key", () => {
  test("tells its ids, its addresses in small letters and what its algorithms can do", async () => {
    const read = await readGpgKey(armor(victimBytes), now);

    expect(read).toMatchObject({
      keyId: victim.publicKey.getKeyID().toHex().toUpperCase(),
      emails: ["victim@example.org"],
      canSign: true,
      canEncrypt: false,
      createdAt: new Date("2026-01-01T00:00:00Z"),
      expiresAt: null,
      subkeys: [{ canSign: false, canEncrypt: true, expiresAt: null }],
    });
  });

  test("of RSA signs and encrypts, and tells when it ends even when it has", async () => {
    const { publicKey } = await generate({ type: "rsa", rsaBits: 2_048, keyExpirationTime: 86_400 });

    const read = await readGpgKey(armor(bytesOf(publicKey)), now);

    expect(read).toMatchObject({ canSign: true, canEncrypt: true, expiresAt: new Date("2026-01-02T00:00:00Z") });
  });

  test("may stand between other lines, and its checksum is not looked at", async () => {
    const armored = `Here it is:\n\n${armor(victimBytes).replace(/\n=.{4}\n/, "\n=AAAA\n")}\nBye\n`;

    expect(await readGpgKey(armored, now)).toMatchObject({ emails: ["victim@example.org"] });
  });
});

describe("what somebody put on another's key", () => {
  test("an address that the key has not signed does not count", async () => {
    const forged = Buffer.from(victimBytes.toString("latin1").replace("Victim@", "Attack@"), "latin1");

    await expect(readGpgKey(armor(forged), now)).rejects.toThrow(
      refusal("openpgp: invalid data: entity without any identities"),
    );
  });

  test("an address that another key has signed does not count", async () => {
    const [userId, signature] = otherPackets.slice(1, 3);
    const forged = join([...packets, ...[userId, signature].flatMap((one) => one ?? [])]);
    const before = join([packets[0], userId, signature, ...packets.slice(1)].flatMap((one) => one ?? []));

    for (const bytes of [forged, before]) {
      expect(await readGpgKey(armor(bytes), now)).toMatchObject({ emails: ["victim@example.org"] });
    }
  });

  test("a subkey that the key has not signed does not count", async () => {
    const subkey = otherPackets.slice(3);
    expect(subkey.map(({ tag }) => tag)).toEqual([14, 2]);

    const read = await readGpgKey(armor(join([...packets, ...subkey])), now);

    expect(read.subkeys.map(({ keyId }) => keyId)).toEqual([
      victim.publicKey.subkeys[0]?.getKeyID().toHex().toUpperCase(),
    ]);
  });
});

describe("what is no public key", () => {
  const huge = (bits: number, exponentBits: number): Buffer => {
    const number = (size: number) => {
      const body = Buffer.alloc(2 + Math.ceil(size / 8), 0xff);
      body.writeUInt16BE(size);
      return body;
    };
    return packet(6, Buffer.concat([Buffer.from([4, 0, 0, 0, 1, 1]), number(bits), number(exponentBits)]));
  };
  const many = (tag: number, count: number) =>
    join([...packets, ...Array.from({ length: count }, () => ({ tag, body: Buffer.alloc(4) }))]);

  test.each([
    ["nothing", Buffer.alloc(0), "openpgp: invalid data: there must be one primary key, and it comes first"],
    ["a cut packet", victimBytes.subarray(0, 20), "unexpected EOF"],
    ["a cut length", Buffer.from([0xc6, 255, 0]), "unexpected EOF"],
    ["no packet", Buffer.from([0x01]), "openpgp: invalid data: tag byte does not have MSB set"],
    ["a length in parts", Buffer.from([0xc6, 0xe1, 0, 0]), "openpgp: invalid data: partial length in a key"],
    ["an open end", Buffer.from([0x9b, 0]), "openpgp: invalid data: indeterminate length in a key"],
    [
      "two keys",
      Buffer.concat([victimBytes, bytesOf(other.publicKey)]),
      "openpgp: invalid data: there must be one primary key, and it comes first",
    ],
    [
      "a user id in front",
      join([...packets.slice(1, 2), ...packets]),
      "openpgp: invalid data: there must be one primary key, and it comes first",
    ],
    [
      "a packet of garbage",
      join([{ tag: 6, body: Buffer.from([4, 1, 2, 3]) }]),
      "openpgp: invalid data: the key cannot be read",
    ],
    ["version 3", join([{ tag: 6, body: Buffer.alloc(20, 3) }]), "openpgp: unsupported feature: public key version"],
    ["a key without user ids", join(packets.slice(0, 1)), "openpgp: invalid data: entity without any identities"],
    ["a modulus of 16392 bits", huge(16_392, 17), "openpgp: invalid data: an RSA key with numbers that are too large"],
    ["an exponent of 40 bits", huge(2_048, 40), "openpgp: invalid data: an RSA key with numbers that are too large"],
    [
      "a key of 5000 bytes",
      join([{ tag: 6, body: Buffer.alloc(5_000, 4) }]),
      "openpgp: invalid data: a key of more than 4096 bytes",
    ],
    ["33 subkeys", many(14, 32), "openpgp: invalid data: more than 32 subkeys, 64 user ids or 256 signatures"],
    ["65 user ids", many(13, 64), "openpgp: invalid data: more than 32 subkeys, 64 user ids or 256 signatures"],
    ["257 signatures", many(2, 255), "openpgp: invalid data: more than 32 subkeys, 64 user ids or 256 signatures"],
  ])("%s is refused", async (_, bytes, reason) => {
    await expect(readGpgKey(armor(bytes), now)).rejects.toThrow(refusal(reason));
  });

  test("a revoked key is refused", async () => {
    const { publicKey } = await openpgp.revokeKey({ key: victim.privateKey, date: now, format: "object" });

    await expect(readGpgKey(armor(bytesOf(publicKey)), now)).rejects.toThrow(
      refusal("openpgp: invalid data: the key is revoked"),
    );
  });

  test("a private key is refused by name, whatever the lines around it say, and nothing of it is repeated", async () => {
    const secret = Buffer.from(victim.privateKey.write());

    for (const armored of [victim.privateKey.armor(), armor(secret)]) {
      await expect(readGpgKey(armored, now)).rejects.toThrow(
        refusal("openpgp: invalid argument: this is a private key; give the public one"),
      );
    }
  });
});
