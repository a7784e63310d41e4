export type { CallOptions, Client, Data, Input, PathWith, Result } from "./client.ts";
export { type ClientOptions, createClient } from "./create-client.ts";
export type { Credential } from "./credential.ts";
export { RefusedError, RequestError, SendError, UnexpectedBodyError, UnexpectedStatusError } from "./errors.ts";
export { type Item, type ListOptions, type ListPath, listAll } from "./list-all.ts";
export type { components } from "./schema.gen.ts";
export type { Fetch } from "./send.ts";
