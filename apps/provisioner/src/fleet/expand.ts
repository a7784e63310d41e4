export type Values = Readonly<Record<string, string>>;

/** Every combination of the values of `each`, in the order written; one empty combination when there is none. */
export function combinations(each: Readonly<Record<string, readonly string[]>> = {}): Values[] {
  let all: Values[] = [{}];
  for (const [word, values] of Object.entries(each)) {
    all = all.flatMap((combination) => values.map((value) => ({ ...combination, [word]: value })));
  }
  return all;
}

const placeholder = /\{([^{}]*)\}/g;

/** The words in braces of a text. */
export const placeholdersOf = (text: string): string[] => [...text.matchAll(placeholder)].map(([, word]) => word ?? "");

/** Puts the values in; a word without a value stays as written (`checkPlaceholders` has reported it). */
export const expand = (text: string, values: Values): string =>
  text.replace(placeholder, (whole, word: string) => values[word] ?? whole);
