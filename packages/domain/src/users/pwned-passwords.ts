import { createHash } from "node:crypto";

const TIMEOUT_MS = 5_000;

/**
 * Whether the service knows the password from a leak; also true when it does not answer, as in Forgejo. It is asked for all
 * digests that begin like the password's, which tells it five of forty digits; padding hides how many there are.
 */
export async function isPwned(serviceUrl: string, password: string): Promise<boolean> {
  const digest = createHash("sha1").update(password).digest("hex").toUpperCase();
  try {
    const response = await fetch(`${serviceUrl.replace(/\/+$/, "")}/range/${digest.slice(0, 5)}`, {
      headers: { "add-padding": "true" },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return true;
    const lines = (await response.text()).split(/\r?\n/);
    // What was added as padding was seen 0 times.
    return lines.some((line) => line.startsWith(`${digest.slice(5)}:`) && !line.endsWith(":0"));
  } catch {
    return true;
  }
}
