import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { checkFiles, writeFiles } from "@mintmark/codegen/generated-file";
import { fleetJsonSchema } from "@mintmark/provisioner";
import { writeApiPage } from "./api-page.ts";
import { writeConfigurationPage } from "./configuration-page.ts";
import { readEnvironments } from "./environments.ts";
import { readForgejoOperations } from "./forgejo-operations.ts";
import { writeManifestPage } from "./manifest-page.ts";
import { readOperations } from "./operations.ts";
import { writeScopesPage } from "./scopes-page.ts";

// Writes the pages that the contract and the programs' settings already say. With --check it only compares.

const root = join(import.meta.dirname, "../../..");
const operations = readOperations(readFileSync(join(root, "openapi.json"), "utf8"));
const forgejos = readForgejoOperations(readFileSync(join(root, "tooling/conformance/forgejo-paths.txt"), "utf8"));

const pages = [
  { path: join(root, "docs/api.md"), text: writeApiPage(operations, forgejos) },
  { path: join(root, "docs/configuration.md"), text: writeConfigurationPage(readEnvironments()) },
  { path: join(root, "docs/manifest.md"), text: writeManifestPage(fleetJsonSchema()) },
  { path: join(root, "docs/scopes.md"), text: writeScopesPage(operations) },
  { path: join(root, "apps/provisioner/fleet.schema.json"), text: `${JSON.stringify(fleetJsonSchema(), null, 2)}\n` },
];

if (!argv.includes("--check")) await writeFiles(pages);
else if (!(await checkFiles(pages))) process.exitCode = 1;
