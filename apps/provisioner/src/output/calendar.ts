import { rotationDueAt } from "../plan/age.ts";
import type { Session } from "../session.ts";
import { inOneLine } from "./visible.ts";

export type CalendarEntry = {
  readonly target: string;
  readonly account: string;
  readonly token: string;
  readonly dueAt: Date;
};

/** When each delivered token is due for its next rotation. Those that never are, are not in it. */
export function calendarOf({
  declared,
  bots,
  observed,
  remembered,
  now,
}: Pick<Session, "declared" | "bots" | "observed" | "remembered" | "now">) {
  const delivered = Map.groupBy(
    remembered.generations.filter(({ state }) => state === "delivered"),
    ({ account, token }) => `${account}/${token}`,
  );
  const entries: CalendarEntry[] = [];
  for (const bot of bots) {
    for (const token of bot.tokens) {
      const key = { target: declared.name, account: bot.account, token: token.name };
      const account = bot.account.toLowerCase();
      const [newest] = (delivered.get(`${account}/${token.name}`) ?? []).toSorted(
        (a, b) => b.generation - a.generation,
      );
      const expiresAt = observed.tokens.get(account)?.find(({ id }) => id === newest?.remoteId)?.expiresAt;
      const dueAt = newest?.createdAt && rotationDueAt(key, token, newest.createdAt, expiresAt, now);
      if (dueAt) entries.push({ ...key, dueAt });
    }
  }
  return entries;
}

const barMax = 50;
const namesMax = 3;

/** One line for each day: how many, as a bar, and the first few. */
export function formatCalendar(entries: readonly CalendarEntry[]): string {
  const days = Map.groupBy(entries, ({ dueAt }) => dueAt.toISOString().slice(0, 10));
  const most = Math.max(1, ...[...days.values()].map((day) => day.length));
  const lines = [...days].map(([day, due]) => {
    const bar = "#".repeat(Math.max(1, Math.round((due.length / most) * Math.min(most, barMax))));
    const names = due.slice(0, namesMax).map(({ account, token }) => inOneLine(`${account}/${token}`));
    const more = due.length > namesMax ? `, and ${due.length - namesMax} more` : "";
    return `${day}  ${String(due.length).padStart(5)}  ${bar}  ${names.join(", ")}${more}\n`;
  });
  return lines.length > 0 ? lines.join("") : "No token is due for a rotation at any age.\n";
}
