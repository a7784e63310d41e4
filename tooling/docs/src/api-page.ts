import { type ForgejoOperation, notOffered, reasonFor } from "./forgejo-operations.ts";
import { code, describePolicy, header, type Operation, table } from "./operations.ts";

/** Every route of the contract, and every one of Forgejo's that it lacks with the reason. @throws Error where there is none. */
export function writeApiPage(operations: readonly Operation[], forgejos: readonly ForgejoOperation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  const sections = tags.map((tag) => {
    const rows = operations.filter((operation) => operation.tag === tag).map(toRow);
    return `## ${tag}\n\n${table(["route", "scope", "what it does", ""], rows)}\n`;
  });
  const missing = notOffered(forgejos, operations);
  const refusals = missing.map((operation) => [code(`${operation.method} ${operation.path}`), reasonFor(operation)]);
  return `${header("openapi.json and the paths of Forgejo's document")}
# Routes

The ${operations.length} routes of the authority that \`openapi.json\` describes. Parameters, bodies, answers and errors are
there, and in the types of \`packages/client\`. *Mintmark* marks a route that Forgejo lacks; all others answer as Forgejo does.

Of the ${forgejos.length} operations of Forgejo's document ${forgejos.length - missing.length} are offered. The others stand
at the end, each with the reason.

The scope is what an access token must hold; somebody who signs in by name and password holds all of them. What a user
may do with a thing is another question, and answered after this one.

${sections.join("\n")}
## What Forgejo has and this is not

${table(["route", "why it is not offered"], refusals)}
`;
}

function toRow({ method, path, policy, summary, isMintmark }: Operation): string[] {
  return [code(`${method} ${path}`), describePolicy(policy), summary, isMintmark ? "*Mintmark*" : ""];
}
