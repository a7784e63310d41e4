import type { OpenAPI3 } from "openapi-typescript";

/** A document as openapi-typescript reads it; only what is looked at here needs to be spelt out. */
export type OpenApiDocument = Omit<OpenAPI3, "paths" | "components"> & {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
};

type PathItem = { readonly [M in Method]?: Operation };

export type Operation = {
  readonly responses: Readonly<Record<string, Response>>;
};

export type Response = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };

export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly items?: Schema;
  readonly required?: readonly string[];
};

export const methods = ["get", "put", "post", "delete", "head", "patch"] as const;

type Method = (typeof methods)[number];
