import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { parseSshKey } from "./parse.ts";

// Made by ssh-keygen, with the fingerprints that it shows.
const made = [
  [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMC7MNwNR7oGFIy+eoXi1CNRCv2zFV80Fl+k8/1Nemy/",
    "SHA256:g4JJquTIYILm0spzp82LntUlsh2ESryhG7pTFfFH3hU",
  ],
  [
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEv2QFiwCHXRFMO732SbRDQRlqZI8jgC8Xw7cULyCc5T2acUthFY+KTLnCLmiWa2BcE+6mb2FFAgOXbrb5M9dbo=",
    "SHA256:l60h5aTlT8Wo/jULy0ZnlnvAr7CVTd0fTm4HWT0AxCU",
  ],
  [
    "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBChgSBtwemFLsl0KOBa91yFkj0U+tgXv4u+uLcYskX8nBmwEDNJSbdkl9kR5VowpgOBD4Vr2i0Gj258VxRjrlrNNdwYn4lAwGRI4jqU+uncxN/oMQg4ANIhau+Y6oM1Hug==",
    "SHA256:O0YvYQL/kvMdeDOUj5PbRo/+9jsAtHnR0/GkNkNfY+c",
  ],
  [
    "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBAA4YGJuYGgHpPPf57oFw/uTWodGLnImGtY/4us/XkWLrid7MYfqjKyFx2Bl+3ikf/B6FA8u1QI80wrX8hSeocew2QAOUsbPlAGHv3XKfMGn8alETQ1njMiUueBGGK/T0aBSSgYAS3f9Kei0OpIVXtf2S9CpEX/F8UaTlUzXnrUaSppS5g==",
    "SHA256:NkA8A6mn8Xn+vRb6ROkMHN0vbPAoQQt4xmd/KRMz0F8",
  ],
] as const;
const [[ed25519], [ecdsa]] = made;

const blobOf = (line: string): Buffer => Buffer.from(line.split(" ")[1] ?? "", "base64");
const wire = (...strings: (Buffer | string)[]): string => {
  const parts = strings.flatMap((one) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(one));
    return [length, Buffer.from(one)];
  });
  return Buffer.concat(parts).toString("base64");
};
const point = blobOf(ecdsa).subarray(-65);
const pointOffCurve = Buffer.from(point).fill(1, 1);
const highest = Buffer.from([0, 0xff]);
const modulus = (bytes: number) => Buffer.concat([highest, Buffer.alloc(bytes - 1, 0xff)]);
const exponent = Buffer.from([1, 0, 1]);
const rsa = (e: Buffer, n: Buffer): string => `ssh-rsa ${wire("ssh-rsa", e, n)}`;

describe("a public key", () => {
  test.each(made)("%.30s… is kept as it is, and has the fingerprint that ssh-keygen shows", (line, fingerprint) => {
    expect(parseSshKey(line)).toEqual({ line, fingerprint });
  });

  test("keeps its comment, and loses the blanks and the line's end around it", () => {
    expect(parseSshKey(`  ${ed25519} me@my laptop \r\n`).line).toBe(`${ed25519} me@my laptop`);
  });

  test("may come as its base64 alone, or as a file of RFC 4716", () => {
    const base64 = ecdsa.split(" ")[1] ?? "";
    const file = `---- BEGIN SSH2 PUBLIC KEY ----\nComment: "256-bit ECDSA, converted \\\nby hand"\n${base64.slice(0, 70)}\n${base64.slice(70)}\n---- END SSH2 PUBLIC KEY ----\n`;

    expect(parseSshKey(base64)).toEqual(parseSshKey(ecdsa));
    expect(parseSshKey(file)).toEqual(parseSshKey(ecdsa));
  });

  test.each([
    ["of an Ed25519 token", ["sk-ssh-ed25519@openssh.com", blobOf(ed25519).subarray(-32), "ssh:"]],
    ["of an ECDSA token", ["sk-ecdsa-sha2-nistp256@openssh.com", "nistp256", point, "ssh:"]],
    ["of RSA with 3072 bits", ["ssh-rsa", exponent, modulus(384)]],
    ["of RSA with 16384 bits", ["ssh-rsa", exponent, modulus(2_048)]],
  ] as const)("%s is taken", (_, parts) => {
    const line = `${parts[0]} ${wire(...parts)}`;

    expect(parseSshKey(line).line).toBe(line);
  });
});

describe("what is no public key", () => {
  const refusals: [name: string, text: string, message: string][] = [
    ["words", "nonsense", "extractTypeFromBase64Key: invalid key format: not enough length 2659839098"],
    ["words that are no base64", "non-sense", "extractTypeFromBase64Key: illegal base64 data at input byte 3"],
    ["unpadded base64", "ssh-rsa AAAAB", "extractTypeFromBase64Key: illegal base64 data at input byte 5"],
    ["a type alone", "ssh-ed25519 ", "extractTypeFromBase64Key: illegal base64 data at input byte 3"],
    ["another type in front", `ssh-rsa ${ed25519.split(" ")[1]}`, "key type and content does not match"],
    [
      "options of authorized_keys",
      `command="true" ${ed25519}`,
      "extractTypeFromBase64Key: illegal base64 data at input byte 3",
    ],
    ["two lines", `${ed25519}\n${ecdsa}`, "only a single line with a single key please"],
    ["an escape sequence", `${ed25519} a\u001b[2J`, "the line contains a control character"],
    ["a file without an end", `---- BEGIN SSH2 PUBLIC KEY ----\n${ed25519.split(" ")[1]}`, "the file has no end"],
    ["DSA", `ssh-dss ${wire("ssh-dss", "p", "q", "g", "y")}`, "key type is not allowed"],
    ["a certificate", wire("ssh-ed25519-cert-v01@openssh.com", "x"), "key type is not allowed"],
    ["a type that objects have", wire("constructor", "x"), "key type is not allowed"],
    ["an Ed25519 key of 31 bytes", wire("ssh-ed25519", Buffer.alloc(31)), "an Ed25519 key has 32 bytes"],
    ["bytes behind the key", wire("ssh-ed25519", Buffer.alloc(32), ""), "there is more behind the key"],
    ["a cut key", wire("ssh-ed25519"), "invalid key format: not enough length 0"],
    [
      "a token's key without application",
      wire("sk-ssh-ed25519@openssh.com", Buffer.alloc(32)),
      "invalid key format: not enough length 0",
    ],
    [
      "a point off the curve",
      wire("ecdsa-sha2-nistp256", "nistp256", pointOffCurve),
      "the ECDSA key is not on its curve",
    ],
    ["another curve inside", wire("ecdsa-sha2-nistp256", "nistp384", point), "the ECDSA key is broken"],
    ["a compressed point", wire("ecdsa-sha2-nistp256", "nistp256", point.subarray(0, 33)), "the ECDSA key is broken"],
    ["RSA with 2048 bits", rsa(exponent, modulus(256)), "key length is not enough: got 2048, needs 3071"],
    [
      "RSA with 3070 bits",
      rsa(exponent, Buffer.concat([Buffer.from([0x3f]), Buffer.alloc(383, 0xff)])),
      "key length is not enough: got 3070, needs 3071",
    ],
    ["RSA with 16392 bits", rsa(exponent, modulus(2_049)), "key length is too much: got 16392, allowed 16384"],
    ["RSA with exponent 1", rsa(Buffer.from([1]), modulus(384)), "the RSA key is broken"],
    ["RSA with an even exponent", rsa(Buffer.from([4]), modulus(384)), "the RSA key is broken"],
    [
      "RSA with an even modulus",
      rsa(exponent, Buffer.concat([modulus(383), Buffer.from([0])])),
      "the RSA key is broken",
    ],
    [
      "RSA with a huge exponent",
      rsa(Buffer.concat([highest, Buffer.alloc(300, 0xff)]), modulus(384)),
      "the RSA key is broken",
    ],
    [
      "a number with a needless zero",
      rsa(Buffer.from([0, 1, 0, 1]), modulus(384)),
      "a number is not in its shortest form",
    ],
    ["a negative number", rsa(exponent, Buffer.alloc(384, 0xff)), "a number is not in its shortest form"],
    ["an empty number", rsa(Buffer.alloc(0), modulus(384)), "a number is not in its shortest form"],
  ];

  test.each(refusals)("%s is refused", (_, text, message) => {
    expect(() => parseSshKey(text)).toThrow(
      expect.objectContaining({ code: "unprocessable", message: `Invalid key content: ${message}` }),
    );
  });
});

describe("a private key", () => {
  const { privateKey } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const inside = Buffer.from("openssh-key-v1\0and the rest").toString("base64");

  test.each([
    ["PEM", privateKey],
    ["PEM on one line", privateKey.replaceAll("\n", " ")],
    ["OpenSSH's", `-----BEGIN OPENSSH PRIVATE KEY-----\n${inside}\n-----END OPENSSH PRIVATE KEY-----`],
    ["OpenSSH's without the lines around", inside],
    ["PuTTY's", "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\nAAAA"],
    ["one behind a public key", `${ed25519} ${privateKey.replaceAll("\n", " ")}`],
  ])("in the form of %s is refused by name, and nothing of it is repeated", (_, text) => {
    const refusal = expect.objectContaining({
      message: "Invalid key content: this is a private key; give the public one, and make a new pair",
    });

    expect(() => parseSshKey(text)).toThrow(refusal);
  });
});
