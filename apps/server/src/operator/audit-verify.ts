import { type Context, verifyAudit } from "@mintmark/domain";
import { CommandError, parseFlags, refusePositionals } from "./flags.ts";

/** `admin audit verify`: recomputes the chain of audit records; a broken one is an error. */
export async function verifyAuditChain(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  refusePositionals(parseFlags(args, {}));
  const { verified, firstBroken } = await verifyAudit(ctx);
  if (firstBroken !== undefined) {
    throw new CommandError(
      `record ${firstBroken} does not follow from its predecessor; ${verified} records before it do`,
    );
  }
  print(`${verified} records follow from one another`);
}
