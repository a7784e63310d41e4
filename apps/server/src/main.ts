#!/usr/bin/env node
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { describeError } from "./describe-error.ts";
import { runOperatorCommand } from "./operator/command.ts";
import { startAuthority } from "./start-authority.ts";

/**
 * A supervisor tells the whole group of processes to stop, and `npm start` hands on what it is told: the same wish comes more than
 * once. A later signal is an impatient operator's, and ends it at once.
 */
const SAME_WISH_MS = 1_000;

const [command, ...args] = process.argv.slice(2);

// The reader of a pipe may leave before the end: `... list | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  if (command === "serve" && args.length === 0) await serve();
  else process.exitCode = await runOperatorCommand(process.argv.slice(2));
} catch (error) {
  // One clear line; a stack would help nobody who runs a server. What is unexpected keeps its stack.
  const isKnown = error instanceof Error && /^(Config|Port|Database|SecretKey)Error$/.test(error.name);
  process.stderr.write(`${isKnown ? error.message : describeError(error)}\n`);
  process.exitCode = error instanceof ConfigError ? 3 : 1;
}

async function serve(): Promise<void> {
  const notice = (message: string) => process.stderr.write(`${message}\n`);
  const authority = await startAuthority(readConfig(), { notice });
  const first = authority.firstAdministrator;
  if (first?.generatedPassword) {
    process.stdout.write(`administrator ${first.name}, password ${first.generatedPassword} (shown this once)\n`);
  }
  process.stdout.write(`the authority listens on ${authority.rootUrl}\n`);
  let stoppedAt: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const now = performance.now();
      if (stoppedAt === undefined) {
        stoppedAt = now;
        void authority.stop();
      } else if (now - stoppedAt > SAME_WISH_MS) process.exit(1);
    });
  }
}
