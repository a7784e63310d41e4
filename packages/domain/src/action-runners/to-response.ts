import type { RunnerResponse } from "./schemas.ts";
import type { ActionRunner } from "./table.ts";

/** A runner that has never connected, as every one here. */
export const toRunnerResponse = (runner: ActionRunner): RunnerResponse => ({
  id: runner.id,
  uuid: runner.uuid,
  owner_id: runner.ownerId ?? 0,
  repo_id: runner.repositoryId ?? 0,
  name: runner.name,
  status: "offline",
  version: "",
  labels: null,
  description: runner.description,
  ephemeral: runner.isEphemeral,
});
