import { execFile } from "node:child_process";
import { join } from "node:path";
import { argv, execPath } from "node:process";
import { promisify } from "node:util";
import { checkFiles, writeFiles } from "./generated-file.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { writeOperations } from "./operations.ts";
import { writeSchema } from "./schema.ts";

// Writes openapi.json from the domain, and from it the types and the table of the client. With --check it only compares.

const root = join(import.meta.dirname, "../../..");

// In a process of its own: the domain is written in another version of TypeScript than this package.
const writer = join(root, "packages/domain/src/write-openapi.ts");
const { stdout } = await promisify(execFile)(execPath, [writer], { maxBuffer: 64 * 1024 * 1024 });
const document: OpenApiDocument = JSON.parse(stdout);

const files = [
  { path: join(root, "openapi.json"), text: stdout },
  { path: join(root, "packages/client/src/schema.gen.ts"), text: await writeSchema(document) },
  { path: join(root, "packages/client/src/operations.gen.ts"), text: writeOperations(document) },
];

if (!argv.includes("--check")) await writeFiles(files);
else if (!(await checkFiles(files))) process.exitCode = 1;
