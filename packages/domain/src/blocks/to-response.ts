import { toWireTime } from "../wire-time.ts";
import type { BlockedUserResponse } from "./schemas.ts";
import type { Block } from "./table.ts";

export const toBlockedUserResponse = ({ blockedId, createdAt }: Block): BlockedUserResponse => ({
  block_id: blockedId,
  created_at: toWireTime(createdAt),
});
