import { formatDuration } from "../fleet/duration.ts";
import type { DeclaredBot, DeclaredSink, DeclaredToken } from "../fleet/fleet.ts";
import type { GenerationRecord } from "../journal/journal.ts";
import { isUnaskedAdministrator } from "../plan/administrator.ts";
import { demandKey } from "../plan/plan.ts";
import { lostOf } from "../plan/repository-access.ts";
import { type Straggler, stragglersOf } from "../plan/stragglers.ts";
import { generationName } from "../plan/token-view.ts";
import type { Session } from "../session.ts";
import { sinkKey } from "../sinks/sink.ts";
import { describeSink } from "./describe-action.ts";
import { formatTable } from "./table.ts";

export type TokenStatus = {
  readonly target: string;
  readonly account: string;
  readonly token: string;
  /** `delivered`, `undelivered` (made, its sinks wait), `missing`, `revoked`, `changes due`, or `blocked` until a person decides. */
  readonly state: string;
  readonly generation: number | null;
  readonly overlapping: readonly number[];
  /** Overlapping generations that somebody used since their successor was delivered. */
  readonly stragglers: readonly Straggler[];
  readonly createdAt: Date | null;
  /** How long a sealed copy has been waiting for its sinks. */
  readonly sealedForMs: number | null;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date | null;
  /** The bot's account is a site administrator, and no token of it asks for that. */
  readonly isUnaskedAdministrator: boolean;
  /** Whether the bot may see the repositories that the token is limited to. Null: it is not limited. */
  readonly repositoryAccess: { readonly lost: readonly string[]; readonly checkedAt: Date | null } | null;
  readonly sinks: readonly { readonly place: string; readonly state: string }[];
  readonly because: string | null;
};

/** One row for each declared token of a target. */
export function listStatus(session: Session): TokenStatus[] {
  const known = byAccount(session);
  return session.bots.flatMap((bot) => bot.tokens.map((token) => statusOf(session, bot, token, known)));
}

type Known = ReturnType<typeof byAccount>;

/** What is known of each bot: by its name in lower case what the journal says, by its name what is planned. */
const byAccount = ({ remembered, plan }: Session) => ({
  generations: Map.groupBy(remembered.generations, ({ account }) => account),
  access: new Map(remembered.repositoryAccess.map((one) => [one.account, one])),
  actions: Map.groupBy(plan.actions, ({ account }) => account),
  problems: new Map(plan.problems.map((one) => [one.account, one])),
  revoked: new Set(remembered.revoked.map(demandKey)),
});

/** How one declared token is. */
export function statusOf(
  session: Session,
  bot: DeclaredBot,
  token: DeclaredToken,
  known: Known = byAccount(session),
): TokenStatus {
  const { declared, observed, now } = session;
  const records = (known.generations.get(bot.account.toLowerCase()) ?? [])
    .filter((one) => one.token === token.name)
    .toSorted((a, b) => b.generation - a.generation);
  const [newest, ...older] = records.filter(({ state }) => state !== "closed");
  const remote = observed.tokens
    .get(bot.account.toLowerCase())
    ?.find((one) => newest && one.name === generationName(token.name, newest.generation));
  const due = known.actions.get(bot.account)?.find((action) => !("token" in action) || action.token === token.name);
  const access = known.access.get(bot.account.toLowerCase());
  const problem = known.problems.get(bot.account);
  const isRevoked = known.revoked.has(demandKey({ account: bot.account, token: token.name }));
  return {
    target: declared.name,
    account: bot.account,
    token: token.name,
    state: problem ? "blocked" : isRevoked ? "revoked" : stateOf(newest, due !== undefined),
    generation: newest?.generation ?? null,
    overlapping: older.filter((one) => one.state === "delivered").map((one) => one.generation),
    stragglers: stragglersOf(older, newest, observed.tokens.get(bot.account.toLowerCase()) ?? []),
    createdAt: newest?.createdAt ?? null,
    sealedForMs: newest?.state === "created" && newest.createdAt ? now.getTime() - newest.createdAt.getTime() : null,
    lastUsedAt: remote?.lastUsedAt ?? null,
    expiresAt: remote?.expiresAt ?? null,
    isUnaskedAdministrator: isUnaskedAdministrator(bot, observed.accounts.get(bot.account.toLowerCase())),
    repositoryAccess: token.repositories
      ? { lost: lostOf(token.repositories, access), checkedAt: access?.checkedAt ?? null }
      : null,
    sinks: token.sinks.map((sink) => ({
      place: describeSink(sink),
      state: sinkStateOf(session, sink, newest, records),
    })),
    because: problem?.message ?? due?.because ?? null,
  };
}

function stateOf(newest: GenerationRecord | undefined, isDue: boolean): string {
  if (!newest) return "missing";
  if (newest.state !== "delivered") return "undelivered";
  return isDue ? "changes due" : "delivered";
}

/** `ended`: it holds a token of ours that lives no more. */
function sinkStateOf(
  { observed }: Session,
  sink: DeclaredSink,
  newest: GenerationRecord | undefined,
  records: readonly GenerationRecord[],
): string {
  const reading = observed.readings.get(sinkKey(sink));
  if (reading?.state === "write-only" && newest?.receipts?.[sinkKey(sink)] !== undefined) return "ok";
  if (reading?.state !== "holds") return reading?.state ?? "unknown";
  const held = records.find(({ digest }) => digest === reading.digest);
  if (held && held === newest) return "ok";
  return held?.state === "closed" ? "ended" : "other";
}

const day = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "-";

function stateText({ state, sealedForMs, because, isUnaskedAdministrator: isAdmin, ...row }: TokenStatus): string {
  const lost = row.repositoryAccess?.lost ?? [];
  return [
    state,
    sealedForMs === null ? "" : ` for ${formatDuration(sealedForMs)}`,
    because === null ? "" : ` (${because})`,
    isAdmin ? ", and a site administrator" : "",
    lost.length === 0 ? "" : `, repository access lost: ${lost.join(" ")}`,
  ].join("");
}

/** For people. A sealed copy's age is shown, since it says for how long a sink has been down. */
export function formatStatus(rows: readonly TokenStatus[]): string {
  const headings = ["TARGET", "TOKEN", "STATE", "GENERATION", "MADE", "LAST USE", "EXPIRES", "STILL USED", "SINKS"];
  const cells = rows.map((row) => [
    row.target,
    `${row.account}/${row.token}`,
    stateText(row),
    [row.generation ?? "-", ...row.overlapping.map((one) => `+${one}`)].join(" "),
    day(row.createdAt),
    day(row.lastUsedAt),
    day(row.expiresAt),
    row.stragglers.map((one) => `g${one.generation} at ${one.lastUsedAt.toISOString()}`).join(" ") || "-",
    row.sinks.map(({ place, state }) => (state === "ok" ? place : `${place} ${state}`)).join(", "),
  ]);
  return formatTable(headings, cells);
}
