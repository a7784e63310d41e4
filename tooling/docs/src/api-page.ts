import { code, describePolicy, header, type Operation, table } from "./operations.ts";

export function writeApiPage(operations: readonly Operation[]): string {
  const tags = [...new Set(operations.map(({ tag }) => tag))].sort();
  const sections = tags.map((tag) => {
    const rows = operations.filter((operation) => operation.tag === tag).map(toRow);
    return `## ${tag}\n\n${table(["route", "scope", "what it does", ""], rows)}\n`;
  });
  return `${header("openapi.json")}
# Routes

The ${operations.length} routes of the authority that \`openapi.json\` describes. Parameters, bodies, answers and errors are
there, and in the types of \`packages/client\`. *Mintmark* marks a route that Forgejo lacks; all others answer as Forgejo does.

The scope is what an access token must hold; somebody who signs in by name and password holds all of them. What a user
may do with a thing is another question, and answered after this one.

${sections.join("\n")}`;
}

function toRow({ method, path, policy, summary, isMintmark }: Operation): string[] {
  return [code(`${method} ${path}`), describePolicy(policy), summary, isMintmark ? "*Mintmark*" : ""];
}
