import type { BotKey } from "../journal/journal.ts";
import { stableFraction } from "../plan/age.ts";

const dayMs = 86_400_000;

/** The first time after `checkedAt` that is the bot's own time of day, so that a fleet's questions spread over the day. */
export function accessDueAt({ target, account }: BotKey, checkedAt: Date): Date {
  const timeOfDayMs = Math.floor(stableFraction([target, account.toLowerCase(), ""]) * dayMs);
  const daysBefore = Math.floor((checkedAt.getTime() - timeOfDayMs) / dayMs);
  return new Date((daysBefore + 1) * dayMs + timeOfDayMs);
}
