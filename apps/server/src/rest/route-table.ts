/** Which methods a path is offered for: the answer to a wrong one is 405 with their names. */
export function createRouteTable(routes: readonly { readonly method: string; readonly path: string }[]) {
  const byPath = new Map<string, { readonly pattern: RegExp; readonly methods: string[] }>();
  for (const { method, path } of routes) {
    const entry = byPath.get(path) ?? { pattern: toPattern(path), methods: [] };
    entry.methods.push(method);
    byPath.set(path, entry);
  }
  const entries = [...byPath.values()];
  return (pathname: string): string[] =>
    [...new Set(entries.filter(({ pattern }) => pattern.test(pathname)).flatMap(({ methods }) => methods))].sort();
}

function toPattern(path: string): RegExp {
  const parts = path.split("/").map((part) => (part.startsWith("{") ? "[^/]+" : part.replaceAll(".", "\\.")));
  return new RegExp(`^${parts.join("/")}$`);
}
