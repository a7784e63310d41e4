import type { CommandLine } from "../command-line.ts";
import type { Config } from "../config.ts";
import { CommandError, type ExitCode, exitCodes } from "../exit-code.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { formatResult } from "../output/data.ts";
import { formatFailures } from "../output/outcome.ts";
import { exitCodeOfError } from "./apply-fleet.ts";
import { lookAtEach } from "./look.ts";
import { namedTokens } from "./named-tokens.ts";
import type { Terminal } from "./terminal.ts";

type Adopted = {
  readonly target: string;
  readonly account: string;
  readonly state: "adopted" | "ours already" | "absent";
};

/**
 * Makes accounts the fleet's that exist under a declared name with another e-mail address, which no plan does by itself.
 * Changes nothing on the target: the next apply does, and it takes over what lives under the fleet's names.
 */
export async function runAdopt(line: CommandLine, fleet: Fleet, config: Config, terminal: Terminal): Promise<ExitCode> {
  const { selection } = namedTokens(line, fleet);
  const adopted: Adopted[] = [];
  const failures = await lookAtEach(
    fleet,
    config,
    terminal,
    { selection, keepsCredential: true },
    async ({ declared, bots, observed, remembered, journal }) => {
      const ours = new Set(remembered.bots.map((record) => record.account));
      for (const { account, set, onRemove } of bots) {
        const found = observed.accounts.get(account.toLowerCase());
        const isOurs = ours.has(account.toLowerCase());
        const key = { target: declared.name, account };
        if (found && !isOurs) {
          const who = `${account} (${found.email}) on ${declared.name}`;
          if (!line.yes) await approve(who, terminal);
          await journal.rememberBot({ ...key, set, onRemove });
        }
        adopted.push({ ...key, state: !found ? "absent" : isOurs ? "ours already" : "adopted" });
      }
    },
  );
  terminal.out.write(
    formatResult(line.output, adopted, () => adopted.map((one) => `${one.account}: ${one.state}\n`).join("")),
  );
  terminal.err.write(formatFailures(failures));
  return failures[0] ? exitCodeOfError(failures[0].error) : exitCodes.ok;
}

async function approve(who: string, terminal: Terminal): Promise<void> {
  if (!terminal.ask)
    throw new CommandError(exitCodes.usage, `nobody is here to approve of taking ${who} over; say --yes`);
  const answer = await terminal.ask(`Take ${who} over, with all it may do? Only \`yes\` does: `).catch(() => "");
  if (answer.trim() !== "yes") throw new CommandError(exitCodes.failed, "not adopted");
}
