/** Where it is said under which name a server is asked, and whom to trust about it. */
export type TlsSettings = { readonly address: string; readonly authorities: string };

/** What to do about a certificate that was refused with this code; nothing for any other code. */
export function certificateHint(code: string, { address, authorities }: TlsSettings): string {
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID")
    return " (its certificate is not valid today: have it renewed, or correct the clock of this machine)";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return ` (its certificate is for another name: ${address} must have a name that stands in it)`;
  if (!/SELF_SIGNED|^UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|^CERT_UNTRUSTED$/.test(code)) return "";
  return ` (its authority is not trusted here: name a file with that authority's certificate in ${authorities})`;
}
