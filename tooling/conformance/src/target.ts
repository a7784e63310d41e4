import type { Route } from "./routes.ts";

/** A server that speaks Forgejo's API, and what the cases must be told about it. */
export type Target = {
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** A site admin with a password. */
  readonly admin: { readonly name: string; readonly password: string };
  /** Values from outside, for profiles in which a case cannot make them itself. */
  readonly variables: Readonly<Record<string, string>>;
  /** A case that needs another route is not played. */
  readonly routes: readonly Route[];
};
