import { type Action, type Notice, type Plan, unmetOf } from "../plan/action.ts";
import { counted } from "./counted.ts";
import { describeAction, describeReason, signOf } from "./describe-action.ts";
import { widthOf } from "./table.ts";
import { inOneLine } from "./visible.ts";

export type PlanOfTarget = { readonly target: string; readonly url: string; readonly plan: Plan };

/** A plan as people read it: every action with its reason, what they should know, and the sum. */
export function formatPlans(plans: readonly PlanOfTarget[]): string {
  const lines: string[] = [];
  for (const { target, url, plan } of plans) {
    lines.push(`${target} (${url})`);
    lines.push(...alignReasons(plan.actions));
    lines.push(...unmetOf(plan).map((one) => `  ! ${formatNotice(one)}`));
    lines.push(...formatNotices(mereNotices(plan)));
  }
  const actions = plans.flatMap(({ plan }) => plan.actions);
  const problems = plans.flatMap(({ plan }) => plan.problems).length;
  const waiting = actions.length === 0 && plans.some(({ plan }) => plan.notices.length > 0);
  lines.push(
    "",
    `${waiting ? nothingNow : summarize(actions)}${problems > 0 ? ` ${problems} ${problems === 1 ? "bot needs" : "bots need"} a decision.` : ""}`,
  );
  return lines.join("\n");
}

export const mereNotices = ({ notices }: Plan): readonly Notice[] => notices.filter(({ isUnmet }) => !isUnmet);

export const formatNotice = ({ account, token, message }: Notice): string =>
  inOneLine(`${account}${token === undefined ? "" : `/${token}`}: ${message}`);

const noticesMax = 20;

export function formatNotices(notices: readonly Notice[]): string[] {
  const lines = notices.slice(0, noticesMax).map((one) => `  i ${formatNotice(one)}`);
  if (notices.length > noticesMax) lines.push(`  i and ${notices.length - noticesMax} more: -o json tells them all`);
  return lines;
}

function alignReasons(actions: readonly Action[]): string[] {
  const width = widthOf(actions.map(describeAction));
  return actions.map(
    (action) => `  ${signOf(action)} ${describeAction(action).padEnd(width)}  ${describeReason(action)}`,
  );
}

/** What is counted, to be done and done. */
const sums: readonly { kinds: readonly Action["kind"][]; noun: string; verb: string; done: string }[] = [
  { kinds: ["createAccount"], noun: "account", verb: "make", done: "made" },
  { kinds: ["updateAccount"], noun: "account", verb: "change", done: "changed" },
  { kinds: ["issue"], noun: "token", verb: "issue", done: "issued" },
  { kinds: ["deliver"], noun: "token", verb: "deliver", done: "delivered" },
  { kinds: ["adopt"], noun: "token", verb: "adopt", done: "adopted" },
  { kinds: ["close"], noun: "token", verb: "end", done: "ended" },
  { kinds: ["disableAccount", "deleteAccount", "forgetBot"], noun: "account", verb: "remove", done: "removed" },
];

function sumUp(actions: readonly Action[], word: (sum: (typeof sums)[number]) => string): string {
  const counts = sums.map((sum) => ({ sum, count: actions.filter(({ kind }) => sum.kinds.includes(kind)).length }));
  const told = counts.filter(({ count }) => count > 0);
  return told.map(({ sum, count }) => `${counted(count, sum.noun)} ${word(sum)}`).join(", ");
}

export const nothingNow = "Nothing to do now.";

/** `2 accounts to make, 3 tokens to issue.`, or that there is nothing to do. */
export const summarize = (actions: readonly Action[]): string =>
  actions.length === 0 ? "No changes: everything is as declared." : `${sumUp(actions, ({ verb }) => `to ${verb}`)}.`;

/** `2 accounts made, 3 tokens issued.` */
export const summarizeDone = (actions: readonly Action[]): string =>
  actions.length === 0 ? "Nothing was done." : `${sumUp(actions, ({ done }) => done)}.`;

/** The same for programs. Declarations are left out: the manifest has them. */
export const planToJson = (plans: readonly PlanOfTarget[]): object => ({
  targets: plans.map(({ target, url, plan }) => ({
    target,
    url,
    actions: plan.actions.map(actionToJson),
    notices: plan.notices,
    problems: plan.problems,
  })),
});

export function actionToJson(action: Action): object {
  const { kind, account, because } = action;
  const token = "token" in action ? { token: action.token, generation: action.generation } : {};
  const remoteId = action.kind === "close" && action.remoteId !== undefined ? { remoteId: action.remoteId } : {};
  const changes = action.kind === "updateAccount" ? { changes: action.changes } : {};
  return { kind, account, ...token, ...remoteId, ...changes, because };
}
