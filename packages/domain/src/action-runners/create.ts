import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { ActionsOwner } from "../actions/owner.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { inTransaction } from "../transaction.ts";
import type { RegisterRunnerOptions } from "./schemas.ts";
import { type ActionRunner, actionRunnerColumns, actionRunners } from "./table.ts";

export type RegisteredRunner = {
  readonly runner: ActionRunner;
  /** Returned here and nowhere else. */
  readonly token: string;
};

/** A new runner of the owner; names need not be unique. */
export async function createActionRunner(
  ctx: Context,
  owner: ActionsOwner,
  option: RegisterRunnerOptions,
): Promise<RegisteredRunner> {
  const token = randomBytes(20).toString("hex");
  return inTransaction(ctx, async (tx) => {
    const [runner] = await tx.db
      .insert(actionRunners)
      .values({
        ownerId: owner.ownerId,
        repositoryId: owner.repositoryId,
        uuid: randomUUID(),
        name: option.name,
        description: option.description ?? "",
        isEphemeral: option.ephemeral ?? false,
        tokenHash: createHash("sha256").update(token).digest(),
        createdAt: ctx.now(),
      })
      .returning(actionRunnerColumns);
    if (!runner) throw new Error("the insert returned no row");
    await recordAudit(tx, {
      action: "action_runner.create",
      target: { type: "action_runner", id: runner.id, name: `${owner.name}/${runner.name}` },
      after: { uuid: runner.uuid, isEphemeral: runner.isEphemeral },
    });
    return { runner, token };
  });
}
