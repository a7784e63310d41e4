import { toWireTime } from "../wire-time.ts";
import type { Hook } from "./delivery.ts";
import type { HookResponse } from "./schemas.ts";

export function toHookResponse(hook: Hook): HookResponse {
  const { url, authorizationHeader } = hook.delivery;
  const config = { content_type: hook.contentType, url, ...(hook.type === "slack" && hook.metadata) };
  return {
    id: hook.id,
    type: hook.type,
    branch_filter: hook.branchFilter,
    url,
    // Go writes a map with its keys in order.
    config: Object.fromEntries(Object.entries(config).sort(([a], [b]) => (a < b ? -1 : 1))),
    events: hook.events,
    authorization_header: authorizationHeader,
    content_type: hook.contentType,
    metadata: hook.metadata,
    active: hook.isActive,
    updated_at: toWireTime(hook.updatedAt),
    created_at: toWireTime(hook.createdAt),
  };
}
