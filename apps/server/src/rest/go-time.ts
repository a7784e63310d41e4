import { DecodeError } from "./decode-error.ts";

type Part = {
  readonly separator: string;
  /** The part as Go's reference time writes it. */
  readonly word: string;
  readonly pattern: RegExp;
  readonly range?: readonly [name: string, least: number, most: number];
};

const parts: readonly Part[] = [
  { separator: "", word: "2006", pattern: /^\d{4}/ },
  { separator: "-", word: "01", pattern: /^\d\d/, range: ["month", 1, 12] },
  { separator: "-", word: "02", pattern: /^\d\d/ },
  { separator: "T", word: "15", pattern: /^\d\d/, range: ["hour", 0, 23] },
  { separator: ":", word: "04", pattern: /^\d\d/, range: ["minute", 0, 59] },
  { separator: ":", word: "05", pattern: /^\d\d(?:\.\d+)?/, range: ["second", 0, 59.999999999] },
  { separator: "", word: "Z07:00", pattern: /^(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)/ },
];

/** @throws DecodeError with Go's text where the value is no time of RFC 3339. */
export function refuseBadTime(value: string): void {
  let rest = value;
  const numbers: number[] = [];
  for (const { separator, word, pattern, range } of parts) {
    if (!rest.startsWith(separator)) throw cannotParse(value, rest, separator);
    rest = rest.slice(separator.length);
    const [found] = pattern.exec(rest) ?? [];
    if (found === undefined) throw cannotParse(value, rest, word);
    rest = rest.slice(found.length);
    const number = Number.parseFloat(found);
    if (range && (number < range[1] || number > range[2])) throw refused(value, `: ${range[0]} out of range`);
    numbers.push(number);
  }
  if (rest !== "") throw refused(value, `: extra text: ${quote(rest)}`);
  const [year = 0, month = 0, day = 0] = numbers;
  if (day < 1 || day > daysIn(year, month)) throw refused(value, ": day out of range");
}

function daysIn(year: number, month: number): number {
  const end = new Date(0);
  end.setUTCFullYear(year, month, 0);
  return end.getUTCDate();
}

const cannotParse = (value: string, rest: string, word: string) =>
  refused(value, ` as "2006-01-02T15:04:05Z07:00": cannot parse ${quote(rest)} as ${quote(word)}`);

const refused = (value: string, why: string) => new DecodeError(`parsing time ${quote(value)}${why}`);

/** In quotation marks, with every byte outside printable ASCII escaped. */
const quote = (text: string): string =>
  `"${text
    .replace(/["\\]/g, "\\$&")
    .replace(/[^ -\u007f]/gu, (sign) =>
      Buffer.from(sign).reduce((escaped, byte) => `${escaped}\\x${byte.toString(16).padStart(2, "0")}`, ""),
    )}"`;
