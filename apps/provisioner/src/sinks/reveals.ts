/** The forms in which a secret may stand in a text: as it is, and as programs like to write it. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const percent = encodeURIComponent(secret);
  const lowerPercent = percent.replace(/%../g, (one) => one.toLowerCase());
  const json = JSON.stringify(secret).slice(1, -1);
  const forms = [secret, bytes.toString("hex"), bytes.toString("hex").toUpperCase(), percent, lowerPercent, json];
  return [...new Set([...forms, ...base64Of(bytes), ...formsOfDigits(secret)])];
}

/** A key or a token of hexadecimal digits may be written as the bytes that it stands for. */
function formsOfDigits(secret: string): string[] {
  if (!/^(?:[0-9a-f]{2}){16,}$/i.test(secret)) return [];
  const bytes = Buffer.from(secret, "hex");
  return [secret.toLowerCase(), secret.toUpperCase(), bytes.toString("latin1"), ...base64Of(bytes)];
}

/** In both alphabets, and wherever the bytes stand in what was encoded. */
function base64Of(bytes: Buffer): string[] {
  const forms = [0, 1, 2].map((shift) => {
    // In the middle of something longer, base64 has three forms; the outermost letters hold neighbours' bits.
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  return [...forms, ...forms.map((one) => one.replaceAll("+", "-").replaceAll("/", "_"))];
}

/** Whether no form of the secret stands in the text. */
export const revealsNone = (text: string, secret: string): boolean =>
  formsOf(secret).every((form) => form === "" || !text.includes(form));

/** The text with no form of the secret in it. */
export const withoutForms = (text: string, secret: string): string =>
  formsOf(secret)
    .filter((form) => form !== "")
    // A longer one may hold a shorter one.
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text);
