import { type Reason, RefusedError, type RequestName, UnexpectedBodyError, UnexpectedStatusError } from "./errors.ts";
import { recognisedBy } from "./operations.gen.ts";
import { quote } from "./quote.ts";
import type { Answer } from "./send.ts";

/** The successful answers of one operation: by status, what the body is (see `operations`). */
export type Successes = Readonly<Record<number, string>>;

/** What the server says, without `secrets`. SECURITY: nothing of an answer gets into an error but through it. */
type Quote = (text: string) => string;

/** The body of a successful answer, checked against the contract; every other answer is thrown as its error. */
export function readAnswer(
  request: RequestName,
  answer: Answer,
  successes: Successes,
  secrets: readonly string[],
): unknown {
  const quoted: Quote = (text) => quote(text, secrets);
  const promised = successes[answer.status];
  if (promised !== undefined) return readBody(request, answer, promised, quoted);

  const retryAfterSeconds = readRetryAfter(answer.headers);
  const reason = readReason(answer, quoted);
  if (answer.status >= 400 && answer.status < 500 && reason !== undefined) {
    throw new RefusedError(request, answer.status, reason, retryAfterSeconds);
  }
  throw new UnexpectedStatusError(request, answer.status, describe(answer, reason, quoted), retryAfterSeconds);
}

function readBody(request: RequestName, answer: Answer, promised: string, quoted: Quote): unknown {
  if (promised === "" || request.method === "HEAD") return undefined;
  if (promised === "text") return answer.text;

  const body = parseJson(answer.text);
  if (body === undefined) {
    const type = answer.headers.get("content-type") ?? "a body without a type";
    throw new UnexpectedBodyError(request, answer.status, `${quoted(type)} where JSON is promised`);
  }
  const fault = findFault(body, promised);
  if (fault) throw new UnexpectedBodyError(request, answer.status, fault);
  return body;
}

/**
 * Says what is wrong with a body, or undefined. One property tells a user from an error page in JSON; demanding all that
 * the contract lists would break a client on the day a server drops one that nobody reads.
 */
function findFault(body: unknown, promised: string): string | undefined {
  if (promised === "json") return undefined;
  if (promised.endsWith("[]")) {
    if (!Array.isArray(body)) return "not a list";
    const element = promised.slice(0, -2);
    for (const item of body) {
      const fault = findFault(item, element);
      if (fault) return `in the list: ${fault}`;
    }
    return undefined;
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return "not an object";
  const mark = recognisedBy[promised];
  return mark !== undefined && !(mark in body) ? `without ${mark}` : undefined;
}

/** More of a list say nothing more. */
const detailsMax = 10;

/** Forgejo's error document, OAuth's, or a line of plain text; a page of HTML is nobody's reason. */
function readReason(answer: Answer, quoted: Quote): Reason | undefined {
  const body = parseJson(answer.text);
  if (typeof body === "object" && body !== null) {
    const { message, error_description, error, errors } = body as Record<string, unknown>;
    const text = [message, error_description, error].find((one) => typeof one === "string");
    const details = Array.isArray(errors) ? errors.filter((one) => typeof one === "string") : [];
    if (text !== undefined) return { text: quoted(text), details: details.slice(0, detailsMax).map(quoted) };
  }
  const isPlain = answer.text === "" || answer.headers.get("content-type")?.startsWith("text/plain");
  return isPlain ? { text: quoted(answer.text), details: [] } : undefined;
}

function describe(answer: Answer, reason: Reason | undefined, quoted: Quote): string {
  if (reason?.text) return ` ${reason.text}`;
  const location = answer.headers.get("location");
  // The origin alone: the address may have been made from the request's query.
  if (location && URL.canParse(location)) return ` to ${quoted(new URL(location).origin)}, which is not followed`;
  const type = answer.headers.get("content-type");
  return type ? ` with ${quoted(type)}` : "";
}

function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  // A date is of the server's clock, which may be hours from ours.
  const sentAt = Date.parse(headers.get("date") ?? "") || Date.now();
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - sentAt) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
