import { toWireTime } from "../wire-time.ts";
import type { SecretResponse } from "./schemas.ts";
import type { ActionSecret } from "./table.ts";

export const toSecretResponse = ({ name, createdAt }: ActionSecret): SecretResponse => ({
  name,
  created_at: toWireTime(createdAt),
});
