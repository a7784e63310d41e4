import { z } from "zod";
import type { SinkOwner } from "../fleet/fleet.ts";
import { revealsNone } from "./reveals.ts";
import { checkProgram, type ProgramOptions, runProgram } from "./run-program.ts";
import type { Sink } from "./sink.ts";
import { SinkError } from "./sink-error.ts";

type Place = ProgramOptions & { readonly read: boolean; readonly owner: SinkOwner };

export const execProtocol = "mintmark.dev/exec/v1";

const answer = z.object({
  /** Told to people. */
  error: z.string().optional(),
  /** Of a write: what the place said, such as a version. */
  receipt: z.string().max(200).optional(),
  /** Of a read: null when the place holds nothing. */
  value: z.string().nullish(),
});

/** A program that delivers: one JSON object on its standard input, one JSON object on its standard output. */
export function execSink({ read, owner, ...program }: Place): Sink {
  const ask = async (operation: "write" | "read", plaintext?: string) => {
    const question = { protocol: execProtocol, operation, ...owner, ...(plaintext !== undefined && { plaintext }) };
    const { code, out } = await runProgram(program, `${JSON.stringify(question)}\n`);
    const parsed = parseAnswer(out);
    const told = parsed?.error;
    // SECURITY: a program's words go to logs only when no form of the token is among them, and of a read not at all.
    const words = told && plaintext !== undefined && revealsNone(told, plaintext) ? `: ${oneLine(told)}` : "";
    if (code !== 0) throw new SinkError(`${program.program} failed with ${code}${words}`, { isTransient: true });
    if (!parsed) throw new SinkError(`${program.program} did not answer one JSON object`);
    if (told !== undefined) throw new SinkError(`${program.program} refuses${words}`, { isTransient: true });
    return parsed;
  };
  return {
    check: () => checkProgram(program),
    async write(plaintext) {
      const { receipt = "exit 0" } = await ask("write", plaintext);
      return revealsNone(receipt, plaintext) ? oneLine(receipt) : "exit 0";
    },
    ...(read && {
      async read() {
        const { value } = await ask("read");
        if (value === undefined) throw new SinkError(`${program.program} answered a read without a value`);
        return value === null || value === "" ? undefined : value;
      },
    }),
  };
}

function parseAnswer(text: string): z.output<typeof answer> | undefined {
  try {
    return answer.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const oneLine = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, 200)
    .toWellFormed();
