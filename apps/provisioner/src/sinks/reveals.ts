/** The forms in which a secret may stand in a text: as it is, and as programs like to write it. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((shift) => {
    // In the middle of something longer, base64 has three forms; the outermost letters hold neighbours' bits.
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const url = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const forms = [secret, bytes.toString("hex"), bytes.toString("hex").toUpperCase(), url, json, ...base64];
  return [...new Set([...forms, ...base64.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))])];
}

/** Whether no form of the secret stands in the text. */
export const revealsNone = (text: string, secret: string): boolean =>
  formsOf(secret).every((form) => form === "" || !text.includes(form));
