import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { SendError } from "./errors.ts";

/** What a caller may give with any request. */
export type RequestInput = {
  readonly params?: {
    readonly path?: Record<string, unknown>;
    readonly query?: Record<string, unknown>;
    readonly header?: Record<string, unknown>;
  };
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type HttpRequest = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | undefined;
};

const querySerializer = createQuerySerializer();

/** Puts the parameters into the path template and the body into JSON. */
export function buildRequest(method: string, baseUrl: string, template: string, input: RequestInput): HttpRequest {
  const { path = {}, query, header = {} } = input.params ?? {};
  checkPathParameters(method, template, path);

  const options = { baseUrl, params: { path, ...(query && { query }) }, querySerializer };
  const url = new URL(createFinalURL(template, { ...options, pathSerializer: defaultPathSerializer }));
  const headers = new Headers({ accept: "application/json", ...input.headers });
  for (const [name, value] of Object.entries(header)) if (value !== undefined) headers.set(name, String(value));
  if (input.body === undefined) return { method, url, headers, body: undefined };

  headers.set("content-type", "application/json");
  return { method, url, headers, body: JSON.stringify(input.body) };
}

/**
 * SECURITY: a URL cannot carry "." or ".." as a segment, not even encoded: a token named ".." would turn the deletion of
 * a token into that of its owner.
 */
function checkPathParameters(method: string, template: string, path: Record<string, unknown>): void {
  for (const [, name = ""] of template.matchAll(/\{([^{}]+)\}/g)) {
    const value = String(path[name] ?? "");
    if (value !== "" && value !== "." && value !== "..") continue;
    const fault = `path parameter "${name}" is "${value}", which no URL can carry; use the id instead of the name`;
    throw new SendError({ method, path: template }, fault, false);
  }
}
