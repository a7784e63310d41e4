import type { Config } from "../config.ts";
import type { Fleet } from "../fleet/fleet.ts";
import { createProgress } from "../output/progress.ts";
import { eachTarget, type Session, type SessionOptions, type TargetFailure } from "../session.ts";
import type { Terminal } from "./terminal.ts";

type LookOptions = Pick<SessionOptions, "selection"> &
  Partial<Pick<SessionOptions, "keepsCredential" | "prune" | "at" | "asksAccess">>;

/** Looks at each selected target for a command that does nothing there, and tells the terminal how far that is. */
export async function lookAtEach(
  fleet: Fleet,
  config: Config,
  terminal: Terminal,
  options: LookOptions,
  work: (session: Session) => Promise<void>,
): Promise<TargetFailure[]> {
  const progress = createProgress(terminal.err, { color: config.color });
  const told = { onNotice: progress.say, onLook: progress.look, signal: terminal.signal };
  try {
    return await eachTarget(fleet, config, { keepsCredential: false, prune: false, ...options, ...told }, work);
  } finally {
    progress.end();
  }
}
