import { allows, parseScopes } from "@mintmark/scopes";
import type { DeclaredBot } from "../fleet/fleet.ts";
import type { ObservedAccount } from "../targets/target.ts";

/** Whether the account is a site administrator although no token of the bot can make use of that. */
export const isUnaskedAdministrator = ({ tokens }: DeclaredBot, account: ObservedAccount | undefined): boolean =>
  account?.isAdmin === true && !tokens.some(({ scopes }) => allows(parseScopes(scopes), "read", "admin"));

/** Nothing here takes that away: it may be a person's decision. */
export const unaskedAdministrator =
  "the account is a site administrator, which no token of it asks for; demote it on the target if nobody meant that";
