import type { ApplyEvent } from "../apply/apply.ts";
import { describeAction, describeReason, signOf } from "./describe-action.ts";
import { messageOf } from "./outcome.ts";
import { inOneLine } from "./visible.ts";

export type Progress = {
  /** How many actions there will be. */
  readonly begin: (total: number) => void;
  readonly report: (event: ApplyEvent) => void;
  /** A line of talk beside the bar. */
  readonly say: (message: string) => void;
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
const clearLine = "\r\u001b[2K";

/** Tells how far a run is: a bar on a terminal, and otherwise one plain line per action. */
export function createProgress(stream: Stream, { color }: { readonly color: boolean }): Progress {
  const isTerminal = stream.isTTY === true;
  const write = (text: string) => (stream.writeRaw ? stream.writeRaw(text) : stream.write(text));
  let total = 0;
  let count = 0;
  let failures = 0;

  const paint = (code: number, text: string): string =>
    isTerminal && color ? `\u001b[${code}m${text}\u001b[0m` : text;
  const drawBar = (current: string): void => {
    const filled = total === 0 ? barWidth : Math.round((count / total) * barWidth);
    const bar = `${"#".repeat(filled)}${"-".repeat(barWidth - filled)}`;
    const failed = failures > 0 ? `, ${failures} failed` : "";
    const line = `[${bar}] ${count}/${total}${failed}  ${current}`;
    write(`${clearLine}${line.slice(0, (stream.columns || 80) - 1)}`);
  };
  const printLine = (line: string): void => void write(`${isTerminal ? clearLine : ""}${line}\n`);

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
      if (isTerminal) drawBar(what);
    },
    say: (message) => printLine(inOneLine(message)),
    end() {
      if (isTerminal && count > 0) write(clearLine);
    },
  };
}
