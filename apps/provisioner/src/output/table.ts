import { inOneLine } from "./visible.ts";

/** The length of the longest text. As arguments of one call, those of a large fleet would be too many. */
export const widthOf = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, text.length), 0);

/** Rows under headings, each a line, and each column as wide as its widest cell. */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [headings, ...rows.map((row) => row.map(inOneLine))];
  const widths = headings.map((_, column) => widthOf(all.map((row) => row[column] ?? "")));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
