// RFC 9580 section 6: binary data as text between two lines. The checksum is not looked at, as Forgejo does not.

/** Why armored data cannot be read, in Forgejo's words; it repeats nothing of the data. */
export class ArmorError extends Error {
  override readonly name = "ArmorError";
}

export type Armored = { readonly kind: string; readonly bytes: Buffer };

/** The first block of the text. @throws ArmorError */
export function decodeArmor(text: string): Armored {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const start = lines.findIndex((line) => /^-----BEGIN [A-Z0-9 ,/]+-----$/.test(line));
  if (start === -1) throw new ArmorError("openpgp: invalid argument: no armored data found");
  const kind = lines[start]?.slice("-----BEGIN ".length, -"-----".length) ?? "";
  // Headers end with an empty line.
  const blank = lines.indexOf("", start);
  const end = lines.indexOf(`-----END ${kind}-----`, start);
  if (blank === -1 || end < blank) throw new ArmorError("unexpected EOF");
  const body = lines.slice(blank + 1, end).filter((line) => !line.startsWith("="));
  const base64 = body.join("");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) throw new ArmorError("openpgp: invalid data: armor is no base64");
  return { kind, bytes: Buffer.from(base64, "base64") };
}
