import type { VariableResponse } from "./schemas.ts";
import type { ActionVariable } from "./table.ts";

export const toVariableResponse = ({ ownerId, repositoryId, name, data }: ActionVariable): VariableResponse => ({
  owner_id: ownerId ?? 0,
  repo_id: repositoryId ?? 0,
  name,
  data,
});
