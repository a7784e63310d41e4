/** One route, as the pages show it. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly policy: Policy;
  /** Forgejo has no such route. */
  readonly isMintmark: boolean;
};

/** What a credential must hold, as the domain writes it into the contract. */
export type Policy =
  | { readonly kind: "scopes"; readonly groups: readonly (readonly string[])[] }
  | { readonly kind: "by-owner"; readonly level: string }
  | { readonly kind: "none"; readonly reason: string };

type Documented = {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly "x-mintmark"?: boolean;
  readonly "x-policy"?: Policy;
};

/** The routes of the contract, in its order. @throws Error for one that lacks its summary, tag or policy. */
export function readOperations(text: string): Operation[] {
  const { paths }: { paths: Record<string, Record<string, Documented>> } = JSON.parse(text);
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, documented]) => {
      const { tags: [tag] = [], summary, "x-policy": policy, "x-mintmark": isMintmark = false } = documented;
      if (!tag || !summary || !policy) throw new Error(`${method} ${path} has no tag, no summary or no x-policy`);
      return { method: method.toUpperCase(), path, tag, summary, policy, isMintmark };
    }),
  );
}

/** What opens a route, in a few words. */
export function describePolicy(policy: Policy): string {
  if (policy.kind === "none") return "none";
  if (policy.kind === "by-owner") return `${code(`${policy.level}:…`)} of the owner`;
  return policy.groups.flat().map(code).join(" and ");
}

export const code = (text: string): string => `\`${text}\``;

export const header = (source: string): string =>
  `<!-- Generated from ${source} by \`npm run generate\`. Do not edit. -->\n`;

/** A table of Markdown; a bar in a cell would end the cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
