import { categories, levels } from "@mintmark/scopes";
import { code, header, type Operation, table } from "./operations.ts";

export function writeScopesPage(operations: readonly Operation[]): string {
  const rows = categories.flatMap((category) =>
    levels.map((level) => [code(`${level}:${category}`), routesOf(operations, `${level}:${category}`)]),
  );
  return `${header("openapi.json and packages/scopes")}
# Scopes

What an access token may do is a list of scopes, each a level and a category. \`write\` includes \`read\` of the same category.

${table(["scope", "opens"], [...rows, ...specialRows])}

## Routes whose scope depends on the owner

The category is that of whom the thing belongs to: \`user\` for a user's, \`organization\` for an organization's.

${list(operations.filter(({ policy }) => policy.kind === "by-owner"))}

## Routes that need no scope

${list(operations.filter(({ policy }) => policy.kind === "none"))}
`;
}

const specialRows = [
  ["`all`", "every route: `write` of each category"],
  ["`public-only`", "nothing by itself; beside others it limits them to what is public"],
];

function routesOf(operations: readonly Operation[], scope: string): string {
  const routes = operations.filter(({ policy }) => policy.kind === "scopes" && policy.groups.flat().includes(scope));
  return routes.length === 0 ? "no route of this server" : routes.map(toCode).join("<br>");
}

function list(operations: readonly Operation[]): string {
  const lines = operations.map((operation) => {
    const { policy } = operation;
    return `- ${toCode(operation)}${policy.kind === "none" ? `: ${policy.reason}` : ""}`;
  });
  return lines.length === 0 ? "None." : lines.join("\n");
}

const toCode = ({ method, path }: Operation): string => code(`${method} ${path}`);
