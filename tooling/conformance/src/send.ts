import { type IncomingHttpHeaders, request } from "node:http";
import type { Step } from "./case.ts";
import type { Target } from "./target.ts";
import { fill, fillText, type Variables } from "./variables.ts";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Parsed when it says that it is JSON. */
  readonly body: unknown;
};

/** The cookies of each browser of a case, by the step's `as`. */
export type CookieJars = Map<string, Map<string, string>>;

/** @throws Error when the server does not answer within 15 s, or hangs up. */
export async function send(step: Step, target: Target, variables: Variables, jars: CookieJars): Promise<Answer> {
  const [method = "", ...path] = fillText(step.do, variables).split(" ");
  const { body, contentType } = bodyOf(step, variables);
  const headers = headersOf(step, variables);
  if (contentType !== undefined && headers["content-type"] === undefined) headers["content-type"] = contentType;
  if (body !== undefined) headers["content-length"] = String(Buffer.byteLength(body));

  const jar = /^browser\b/.test(step.as) ? jarOf(jars, step.as) : undefined;
  const credential = jar ? undefined : authorization(step.as, target, variables);
  if (credential !== undefined) headers.authorization = credential;
  if (jar?.size) headers.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  const { status, headers: received, text } = await exchange(target.baseUrl, path.join(" "), method, headers, body);
  if (jar) for (const line of received["set-cookie"] ?? []) keepCookie(jar, line);
  return { status, headers: received, body: parsed(text, received) };
}

function bodyOf(step: Step, variables: Variables): { body?: string; contentType?: string } {
  if ("json" in step) return { body: JSON.stringify(fill(step.json, variables)), contentType: "application/json" };
  if (step.form) {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(step.form)) {
      for (const text of [value].flat()) form.append(fillText(name, variables), fillText(text, variables));
    }
    return { body: form.toString(), contentType: "application/x-www-form-urlencoded" };
  }
  if (step.raw === undefined) return {};
  const body = fillText(step.raw, variables);
  return step.headers?.["content-type"] === null ? { body } : { body, contentType: "application/json" };
}

function headersOf(step: Step, variables: Variables): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(step.headers ?? {})) {
    if (value !== null) headers[name] = fillText(value, variables);
  }
  return headers;
}

function authorization(as: string, { admin }: Target, variables: Variables): string | undefined {
  const [kind, first = "", ...more] = fillText(as, variables).split(" ");
  switch (kind) {
    case "anonymous":
      return undefined;
    case "admin":
      return basic(admin.name, admin.password);
    case "basic":
      return basic(first, more.join(" "));
    case "basic-encoded": // RFC 6749 2.3.1
      return basic(percentEncoded(first), percentEncoded(more[0] ?? ""));
    case "token":
      return `token ${first}`;
    case "bearer":
      return `Bearer ${first}`;
    case "raw":
      return [first, ...more].join(" ");
    default:
      throw new Error(`unknown actor ${as}`);
  }
}

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

const percentEncoded = (text: string) =>
  text.replace(/[^A-Za-z0-9]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function jarOf(jars: CookieJars, browser: string): Map<string, string> {
  const jar = jars.get(browser) ?? new Map<string, string>();
  jars.set(browser, jar);
  return jar;
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (name === undefined || value === undefined) return;
  if (value === "" || /max-age=0/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

// node:http and not fetch: no header is added, the path goes out exactly as written, redirects are not followed.
function exchange(baseUrl: string, path: string, method: string, headers: Record<string, string>, body?: string) {
  const { hostname, port } = new URL(baseUrl);
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: IncomingHttpHeaders;
    text: string;
  }>();
  const sent = request({ host: hostname, port, path, method, headers, timeout: 15_000 }, (response) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", reject);
    response.on("end", () => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() });
    });
  });
  sent.on("timeout", () => sent.destroy(new Error("no answer in 15 s")));
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

function parsed(text: string, headers: IncomingHttpHeaders): unknown {
  if (!/json/.test(headers["content-type"] ?? "")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
