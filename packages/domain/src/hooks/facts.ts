import type { HookRow } from "./table.ts";

/** What the record says of a hook; its address may hold a credential, as Slack's do, and is left out. */
export const toFacts = ({ type, contentType, events, branchFilter, isActive }: Omit<HookRow, "sealedDelivery">) => ({
  type,
  contentType,
  events,
  branchFilter,
  isActive,
});
