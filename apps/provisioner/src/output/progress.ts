import type { ApplyEvent } from "../apply/apply.ts";
import { describeAction, describeReason, signOf } from "./describe-action.ts";
import { messageOf } from "./outcome.ts";
import { inOneLine } from "./visible.ts";

export type Progress = {
  /** How many actions there will be. */
  readonly begin: (total: number) => void;
  readonly report: (event: ApplyEvent) => void;
  /** So many of all that are looked at before anything is done: shown once that takes a while, and gone with the last one. */
  readonly look: (what: string, done: number, total: number) => void;
  /** A line of talk beside the bar. */
  readonly say: (message: string) => void;
  /** Takes the bar away. What a look that was left alone still tells is not shown. */
  readonly end: () => void;
};

type Stream = {
  readonly write: (text: string) => unknown;
  /** Unset: `write` moves the cursor too. */
  readonly writeRaw?: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
};

const barWidth = 24;

/** So long a look takes before it is told of, and again after that. */
const lookMs = { terminal: { first: 1000, again: 100 }, lines: { first: 10_000, again: 10_000 } };
const clearLine = "\r\u001b[2K";

/** Tells how far a run is: a bar on a terminal, and otherwise one plain line per action. */
export function createProgress(
  stream: Stream,
  { color, now = () => performance.now() }: { readonly color: boolean; readonly now?: () => number },
): Progress {
  const isTerminal = stream.isTTY === true;
  const write = (text: string) => (stream.writeRaw ? stream.writeRaw(text) : stream.write(text));
  let total = 0;
  let count = 0;
  let failures = 0;
  let isDrawn = false;
  let isOver = false;
  let looking: { readonly what: string; nextAt: number } | undefined;

  const paint = (code: number, text: string): string =>
    isTerminal && color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const drawBar = (done: number, of: number, current: string): void => {
    const filled = of === 0 ? barWidth : Math.round((done / of) * barWidth);
    const bar = `${"#".repeat(filled)}${"-".repeat(barWidth - filled)}`;
    const failed = failures > 0 ? `, ${failures} failed` : "";
    const line = `[${bar}] ${done}/${of}${failed}  ${current}`;
    write(`${clearLine}${line.slice(0, (stream.columns || 80) - 1)}`);
    isDrawn = true;
  };
  const clearBar = (): void => {
    if (isDrawn) write(clearLine);
    isDrawn = false;
  };
  const printLine = (line: string): void => {
    write(`${isTerminal ? clearLine : ""}${line}\n`);
    isDrawn = false;
  };

  return {
    begin(actions) {
      total += actions;
    },
    report(event) {
      count += 1;
      const { action } = event;
      const what = describeAction(action);
      if (event.type === "failed") {
        failures += 1;
        printLine(paint(31, `! ${what}: ${inOneLine(messageOf(event.error))}`));
      } else if (!isTerminal) printLine(`${signOf(action)} ${what} (${describeReason(action)})`);
      if (isTerminal) drawBar(count, total, what);
    },
    look(what, done, of) {
      if (isOver) return;
      if (done >= of) {
        looking = undefined;
        clearBar();
        return;
      }
      const { first, again } = isTerminal ? lookMs.terminal : lookMs.lines;
      if (looking?.what !== what) looking = { what, nextAt: now() + first };
      if (now() < looking.nextAt) return;
      looking.nextAt = now() + again;
      if (isTerminal) drawBar(done, of, what);
      else printLine(`${what}: ${done} of ${of}`);
    },
    say: (message) => printLine(inOneLine(message)),
    end() {
      isOver = true;
      clearBar();
    },
  };
}
