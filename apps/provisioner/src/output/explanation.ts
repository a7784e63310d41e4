import type { DeclaredBot, DeclaredToken } from "../fleet/fleet.ts";
import type { Proof } from "../journal/journal.ts";
import { reasons } from "../plan/action.ts";
import { rotationDueAt } from "../plan/age.ts";
import type { Session } from "../session.ts";
import { describeAction } from "./describe-action.ts";
import { statusOf, type TokenStatus } from "./status.ts";
import { inOneLine } from "./visible.ts";

export type Explanation = {
  readonly status: TokenStatus;
  readonly scopes: readonly string[];
  readonly repositories: readonly string[] | null;
  /** When its age, or the end that the target has for it, asks for the next rotation. */
  readonly dueAt: Date | null;
  readonly next: readonly { readonly action: string; readonly because: string }[];
  readonly notices: readonly string[];
  readonly proofs: readonly Proof[];
};

/** All that can be said of one token. */
export function explainToken(
  session: Session,
  bot: DeclaredBot,
  token: DeclaredToken,
  proofs: readonly Proof[],
): Explanation {
  const status = statusOf(session, bot, token);
  const key = { target: bot.target, account: bot.account, token: token.name };
  const isAbout = (one: { account: string; token?: string }): boolean =>
    one.account === bot.account && (one.token === undefined || one.token === token.name);
  const { actions, notices, problems } = session.plan;
  return {
    status,
    scopes: token.scopes,
    repositories: token.repositories ?? null,
    dueAt: (status.createdAt && rotationDueAt(key, token, status.createdAt, status.expiresAt, session.now)) ?? null,
    next: actions
      .filter(isAbout)
      .map((action) => ({ action: describeAction(action), because: reasons[action.because] })),
    notices: [...problems, ...notices].filter(isAbout).map(({ message }) => message),
    proofs,
  };
}

/** For people: the token, what comes next, and its story. */
export function formatExplanation({ status, scopes, repositories, dueAt, next, notices, proofs }: Explanation): string {
  const { target, account, token, state, generation } = status;
  const lines = [
    `${account}/${token} on ${target}: ${state}, generation ${generation ?? "none"}`,
    `  scopes ${scopes.join(", ")}${repositories ? `; only ${repositories.join(", ")}` : ""}`,
  ];
  const checkedAt = status.repositoryAccess?.checkedAt;
  if (checkedAt) lines.push(`  access to its repositories asked at ${checkedAt.toISOString()}`);
  for (const { place, state: held } of status.sinks) lines.push(`  sink ${place}: ${held}`);
  for (const one of status.stragglers) {
    lines.push(`  generation ${one.generation} lives on, last used ${one.lastUsedAt.toISOString()}`);
  }
  if (dueAt) lines.push(`  next rotation ${dueAt.toISOString()}`);
  lines.push(...next.map(({ action, because }) => `  next: ${action}, since ${because}`));
  lines.push(...notices.map((notice) => `  i ${notice}`));
  for (const proof of proofs) {
    const broken = proof.isIntact ? "" : "  NOT AS IT WAS WRITTEN";
    lines.push(`  ${proof.at.toISOString()}  g${proof.generation} ${proof.step.padEnd(9)} ${describe(proof)}${broken}`);
  }
  return `${lines.map(inOneLine).join("\n")}\n`;
}

const describe = ({ detail }: Proof): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join("; ");
