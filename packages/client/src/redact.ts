/**
 * Returns a text without the credentials. A server may repeat them: Forgejo puts a refused token into the text of its
 * 401, and the text ends in a log.
 */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== "")
    .reduce((clean, secret) => clean.replaceAll(secret, "[redacted]"), text);
}
