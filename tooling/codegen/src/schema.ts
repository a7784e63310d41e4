import openapiTS, { astToString } from "openapi-typescript";
import type { OpenApiDocument } from "./openapi-document.ts";
import { header } from "./operations.ts";

/** The document as TypeScript types. */
export async function writeSchema(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(document));
  return `${header}\n${astToString(nodes)}`;
}
