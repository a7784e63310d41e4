/** Where a server's words end that go on and on. */
const lettersMax = 500;

/**
 * What a server says, fit for a message: one line of bounded length without the credentials. A server may repeat those:
 * Forgejo puts a refused token into the text of its 401, and the text ends in a log or on a terminal.
 */
export function quote(text: string, secrets: readonly string[]): string {
  // The name of a host comes in small letters.
  const forms = secrets.flatMap((secret) => [secret, secret.toLowerCase()]).filter((form) => form !== "");
  const clean = forms.reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text);
  return clean
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, lettersMax);
}
