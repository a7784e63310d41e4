import type { GenerationRecord } from "../journal/journal.ts";
import { type Action, type Adopt, type Close, type Reason, reasons } from "./action.ts";
import { ripeAt, rotationDueAt } from "./age.ts";
import { expiryOf, misfitOf, patientReasons, reasonToIssue } from "./issue-reason.ts";
import { type Overlapping, reasonToClose, showsLastUse } from "./overlap.ts";
import { newestUnknown, strangerProblem } from "./strangers.ts";
import { type Stray, straysOf } from "./strays.ts";
import { deferEnds } from "./takeover.ts";
import { isAlive, nextGeneration, type RemoteGeneration, remoteOf, type TokenView } from "./token-view.ts";

export type TokenPlan = {
  readonly actions: readonly Action[];
  readonly notices: readonly string[];
  /** Why nothing may be done for the bot until a person decides. */
  readonly problem?: string;
};

/** What must be done for one declared token, in order: make room, deliver the successor, end what it replaces. */
export function planToken(view: TokenView): TokenPlan {
  if (view.demand === "revoke") return planRevoked(view);
  const stranger = strangerOf(view);
  if (stranger) return { actions: [], notices: [], problem: strangerProblem(view, stranger) };
  const { overlap: _overlap, ...atOnce } = view.declared;
  const isAtOnce = view.demand === "rotate-now" || view.demand === "end-overlap";
  return deferEnds(view, planNow(isAtOnce ? { ...view, declared: atOnce } : view));
}

export const revokedNotice = "revoked; `mintmark revoke --lift` makes it be issued again";

/** What took the place of ours, and no sink of ours holds it. */
function strangerOf(view: TokenView): RemoteGeneration | undefined {
  const current = newest(view.records.filter(({ state }) => state === "delivered"));
  if (view.demand || view.records.length === 0 || (current && isAlive(view, current))) return undefined;
  return findAdoption(view) ? undefined : newestUnknown(view);
}

/** Everything of the fleet's name ends, whoever may have it in hands. */
function planRevoked(view: TokenView): TokenPlan {
  const actions = straysOf(view, []).map(({ close }): Close => {
    const record = view.records.find((one) => one.generation === close.generation && one.remoteId === close.remoteId);
    return { ...(record ? closeOf(view, record, "revoked") : close), because: "revoked" };
  });
  return {
    actions,
    notices: actions.length === 0 ? [revokedNotice] : [],
  };
}

function planNow(view: TokenView): TokenPlan {
  const adoption = findAdoption(view);
  const open = view.records.filter((record) => record.state !== "closed");
  const delivered = open.filter((record) => record.state === "delivered");
  const current = adoption ? asRecord(adoption) : newest(delivered);
  const pending = findPending(view, open, current);
  const overlapping = delivered.filter((record) => record.generation !== current?.generation);
  const strays = straysOf(view, [current, pending, ...overlapping]);
  const adopted = adoption ? [adoption] : [];

  if (pending) {
    const deliver: Action = {
      ...view.key,
      kind: "deliver",
      generation: pending.generation,
      declared: view.declared,
      made: { scopes: pending.scopes, ...(pending.repositories && { repositories: pending.repositories }) },
      because: "undelivered",
    };
    const { before, after } = replace(view, current, overlapping, strays);
    const next = succeedPending(view, pending, current);
    return { actions: [...adopted, ...before, deliver, ...after, ...next.actions], notices: next.notices };
  }

  const isAsked = view.demand === "rotate" || view.demand === "rotate-now";
  const because = reasonToIssue(view, current) ?? (isAsked ? "asked" : undefined);
  const closing = current ? closeOverlaps(view, current, overlapping) : { actions: [], notices: [], stay: [] };
  if (because === undefined || (patientReasons.has(because) && closing.stay.length > 0)) {
    const waits = because === undefined ? waitsForWindow(view, current) : [waitsForOverlap(view, because)];
    const rest = strays.map((stray) => stray.close);
    return { actions: [...adopted, ...closing.actions, ...rest], notices: [...waits, ...closing.notices] };
  }
  const { before, after } = replace(view, current, overlapping, strays, closing.actions);
  return { actions: [...adopted, ...before, issueOf(view, because), ...after], notices: [] };
}

/** What was half delivered is delivered whatever is declared now; the one that is wanted follows at once, if it may. */
function succeedPending(view: TokenView, pending: GenerationRecord, current: GenerationRecord | undefined): TokenPlan {
  const because = misfitOf(view.declared, pending);
  if (because === undefined) return { actions: [], notices: [] };
  const { overlap } = view.declared;
  const { takeover, now } = view;
  if (takeover && takeover.settlesAt > now) {
    const at = takeover.settlesAt.toISOString();
    return {
      actions: [],
      notices: [`a new generation waits for ${at}, when no other worker can act: ${reasons[because]}`],
    };
  }
  if (overlap && current && isAlive(view, current)) return { actions: [], notices: [waitsForOverlap(view, because)] };
  const ends = overlap ? [] : [closeOf(view, pending, "superseded")];
  return { actions: [issueOf(view, because), ...ends], notices: [] };
}

const issueOf = (view: TokenView, because: Reason): Action => ({
  ...view.key,
  kind: "issue",
  generation: nextGeneration(view),
  declared: view.declared,
  because,
});

const waitsForOverlap = ({ demand }: TokenView, because: Reason): string => {
  const more = demand === "rotate" ? "; `rotate --immediate` ends it now" : `: ${reasons[because]}`;
  return `a new generation waits for the overlap to close${more}`;
};

/** What is ripe, and for which there is no other reason, waits for nothing else. */
function waitsForWindow(view: TokenView, current: GenerationRecord | undefined): string[] {
  const { key, declared, now } = view;
  const remote = current && remoteOf(view, current);
  if (!declared.rotation?.windows || !remote) return [];
  const createdAt = current.createdAt ?? remote.createdAt;
  const ripe = ripeAt(key, declared, createdAt);
  const until = rotationDueAt(key, declared, createdAt, remote.expiresAt, now);
  if (!ripe || !until || ripe > now) return [];
  return [`a new generation waits for its time in a window, until ${until.toISOString()}: ${reasons.age}`];
}

const newest = (records: readonly GenerationRecord[]): GenerationRecord | undefined =>
  records.toSorted((a, b) => b.generation - a.generation)[0];

/** A sealed copy that an earlier run left. Once a sink may hold it, it must be delivered whatever is declared now. */
function findPending(view: TokenView, open: readonly GenerationRecord[], current: GenerationRecord | undefined) {
  const record = newest(open.filter((one) => one.state === "created"));
  if (!record || record.generation < (current?.generation ?? 0)) return undefined;
  if (!record.isOpenable || !isAlive(view, record)) return undefined;
  // A worker that was taken over may have this very value in its hands.
  const isInHands = view.takeover && view.takeover.at >= (record.createdAt ?? view.now);
  const mayBeWritten =
    isInHands ||
    view.readings.some((one) => (one.state === "holds" ? one.digest === record.digest : one.state !== "absent"));
  return mayBeWritten || misfitOf(view.declared, record) === undefined ? record : undefined;
}

/** What the journal does not know is current if a sink holds it and it is the highest generation. */
function findAdoption(view: TokenView): Adopt | undefined {
  const { key, readings } = view;
  const highest = newestUnknown(view);
  if (!highest) return undefined;
  const { id, lastEight, scopes, repositories, createdAt } = highest.token;
  const held = readings.find((one) => one.state === "holds" && one.lastEight === lastEight);
  if (held?.state !== "holds") return undefined;
  const { generation } = highest;
  const token = { remoteId: id, lastEight, scopes, ...(repositories && { repositories }), createdAt };
  return { ...key, kind: "adopt", generation, ...token, digest: held.digest, because: "journal-lost" };
}

const asRecord = ({ kind: _kind, because: _because, ...adopted }: Adopt): GenerationRecord => ({
  ...adopted,
  state: "delivered",
  isOpenable: false,
});

/** What makes room for a successor, and what ends once it is delivered. */
function replace(
  view: TokenView,
  current: GenerationRecord | undefined,
  overlapping: readonly GenerationRecord[],
  strays: readonly Stray[],
  due: readonly Close[] = [],
): { before: Close[]; after: Close[] } {
  const living = [...(current ? [current] : []), ...overlapping].filter((record) => remoteOf(view, record));
  const makesRoom = living.length > 1 ? overlapping : [];
  const before = [
    ...makesRoom.map(
      (record) => due.find((close) => close.generation === record.generation) ?? closeOf(view, record, "makes-room"),
    ),
    ...strays.filter((stray) => !stray.isHeld).map((stray) => stray.close),
  ];
  const ends = view.declared.overlap ? [] : overlapping.filter((record) => !makesRoom.includes(record));
  const currentEnd = current && reasonToEnd(view, current);
  const after = [
    ...ends.map((record) => closeOf(view, record, "superseded")),
    ...(currentEnd ? [closeOf(view, current, currentEnd)] : []),
    ...strays.filter((stray) => stray.isHeld).map((stray) => stray.close),
  ];
  return { before, after };
}

/** Why a generation ends as soon as its successor is delivered, whatever that one's readers do; undefined when it overlaps. */
function reasonToEnd(view: TokenView, record: GenerationRecord): Reason | undefined {
  const remote = remoteOf(view, record);
  // A value that is not ours any more has no consumers to wait for.
  if (!view.declared.overlap || !remote || !isAlive(view, record)) return "superseded";
  const expiresAt = expiryOf(view, record, remote);
  return expiresAt && expiresAt <= view.now ? "expired" : undefined;
}

function closeOf(view: TokenView, record: GenerationRecord, because: Reason): Close {
  const remote = remoteOf(view, record);
  const { generation, digest } = record;
  const ended = remote && { remoteId: remote.id, ...(digest !== undefined && isAlive(view, record) && { digest }) };
  return { ...view.key, kind: "close", generation, ...ended, because };
}

/** What the proof of a closed overlap says. */
function lastUses({ newLastUsedAt, oldLastUsedAt }: Overlapping): Pick<Close, "evidence"> {
  if (newLastUsedAt === undefined) return {};
  return { evidence: { newLastUsedAt, ...(oldLastUsedAt !== undefined && { oldLastUsedAt }) } };
}

function closeOverlaps(view: TokenView, current: GenerationRecord, overlapping: readonly GenerationRecord[]) {
  const actions: Close[] = [];
  const stay: GenerationRecord[] = [];
  const notices: string[] = [];
  for (const record of overlapping) {
    const old = remoteOf(view, record);
    const made = remoteOf(view, current);
    const lastUse = made?.lastUsedAt;
    const pair = {
      aheadMs: made && current.createdAt ? made.createdAt.getTime() - current.createdAt.getTime() : 0,
      deliveredAt: current.deliveredAt ?? view.now,
      ...(current.lastProbedAt && { lastProbedAt: current.lastProbedAt }),
      ...(lastUse !== undefined && { newLastUsedAt: lastUse }),
      ...(old?.lastUsedAt !== undefined && { oldLastUsedAt: old.lastUsedAt }),
    };
    const { overlap } = view.declared;
    const because = reasonToEnd(view, record) ?? (overlap && reasonToClose(overlap, pair, view.now));
    if (because) actions.push({ ...closeOf(view, record, because), ...lastUses(pair) });
    else {
      stay.push(record);
      const byOverlap = new Date(pair.deliveredAt.getTime() + (overlap?.atMostMs ?? 0));
      const expiresAt = old && expiryOf(view, record, old);
      const latest = (expiresAt && expiresAt < byOverlap ? expiresAt : byOverlap).toISOString();
      const timer = showsLastUse(pair) ? "" : "; this target does not show last use, so only the time closes it";
      notices.push(`generation ${record.generation} overlaps until ${latest} at the latest${timer}`);
    }
  }
  return { actions, stay, notices };
}
