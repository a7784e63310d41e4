/** Whether a target may be asked there: nothing that carries a password, and not the address of one of its routes. */
export function isServerAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return false;
  return !/\/api\/v1\/?$/.test(url.pathname);
}

export const serverAddressRule =
  "must be the http or https address of a server, without /api/v1 and without a password";
