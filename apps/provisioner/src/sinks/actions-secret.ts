import type { ActionsOwner } from "../fleet/fleet.ts";
import type { Target } from "../targets/target.ts";
import { TargetError } from "../targets/target-error.ts";
import type { Sink } from "./sink.ts";
import { SinkError } from "./sink-error.ts";

/** An Actions secret of a repository or an organization. No server tells its value again. */
export const actionsSecretSink = (target: Pick<Target, "putActionsSecret">, of: ActionsOwner, name: string): Sink => ({
  async write(plaintext) {
    try {
      return await target.putActionsSecret(of, name, plaintext);
    } catch (error) {
      if (!(error instanceof TargetError)) throw error;
      if (error.status === 404) {
        const owner = "repository" in of ? of.repository : of.organization;
        throw new SinkError(`the Actions secret ${name}: there is no ${owner}, or Actions are off there (404)`);
      }
      throw new SinkError(`the Actions secret ${name}: ${error.message}`, {
        isTransient: error.kind === "unreachable" || error.status === 429 || (error.status ?? 0) >= 500,
      });
    }
  },
});
