import type { Settings } from "../settings.ts";

/** Whether the lists of allowed and blocked domains let the address pass; an administrator is only warned. */
export function isEmailDomainAllowed(email: string, settings: Settings): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const listed = (patterns: readonly string[]) => patterns.some((pattern) => matches(domain, pattern.toLowerCase()));
  if (settings.emailDomainAllowlist.length > 0) return listed(settings.emailDomainAllowlist);
  return !listed(settings.emailDomainBlocklist);
}

/** `*` stands for any characters, as in Forgejo's lists. */
function matches(domain: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return domain === first;
  if (!domain.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? "";
  for (const part of rest) {
    const found = domain.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return domain.length - last.length >= at && domain.endsWith(last);
}
