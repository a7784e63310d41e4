import { deviations } from "../deviations.ts";
import type { Case } from "./case.ts";
import type { Verdict } from "./judge-case.ts";

export type Outcome = { readonly one: Case; readonly verdict: Verdict };

export type Counts = Record<Verdict["kind"], number>;

/** How many cases of each file came out how. */
export function summarise(outcomes: readonly Outcome[]): Map<string, Counts> {
  const files = new Map<string, Counts>();
  const ordered = outcomes.toSorted((left, right) => (left.one.file < right.one.file ? -1 : 1));
  for (const { one, verdict } of ordered) {
    const counts = files.get(one.file) ?? { equal: 0, different: 0, unrouted: 0, red: 0 };
    counts[verdict.kind]++;
    files.set(one.file, counts);
  }
  return files;
}

/** The summary as a Markdown table with a line of totals. */
export function formatSummary(summary: ReadonlyMap<string, Counts>): string {
  const total: Counts = { equal: 0, different: 0, unrouted: 0, red: 0 };
  const lines = [
    "| cases | equal | deliberately different | not yet routed | red |",
    "| --- | ---: | ---: | ---: | ---: |",
  ];
  for (const [file, counts] of summary) {
    lines.push(row(file.replace(/\.json$/, ""), counts));
    for (const kind of kinds) total[kind] += counts[kind];
  }
  return [...lines, row("**total**", total)].join("\n");
}

/** The wanted differences as a Markdown table. */
export function formatDeviations(cases: readonly Case[]): string {
  const rows = cases.flatMap(({ id, title }) => {
    const deviation = deviations[id];
    if (!deviation) return [];
    return [
      `| ${id} | ${title} | ${deviation.reason} | ${deviation.modes === "both" ? "always" : "unless compatible"} |`,
    ];
  });
  return ["| case | what it asks | what differs, and why | when |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

const kinds = ["equal", "different", "unrouted", "red"] as const;

const row = (name: string, counts: Counts): string => `| ${[name, ...kinds.map((kind) => counts[kind])].join(" | ")} |`;
