import type { DeclaredBot, DeclaredTarget } from "../fleet/fleet.ts";
import type { Journal } from "../journal/journal.ts";
import { isUnaskedAdministrator } from "../plan/administrator.ts";
import type { NeededScope } from "../targets/inspect-credential.ts";
import type { OpenTarget } from "../targets/open.ts";
import { TargetError } from "../targets/target-error.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

/** Whether a target answers, is what it is declared to be, and lets the credential do its work. Changes nothing. */
export async function checkTarget(
  declared: DeclaredTarget,
  { target, url, inspect }: OpenTarget,
  bots: readonly DeclaredBot[],
  now: Date,
): Promise<Finding[]> {
  const named = (finding: Finding): Finding => ({ ...finding, what: `${declared.name}: ${finding.what}` });
  try {
    const { product, version } = await target.probeServer();
    const findings = [ok("server", `${[product, version].join(" ").trimEnd()} at ${url}`)];
    if (declared.adapter && declared.adapter !== product) {
      findings.push(warn("adapter", `declared as ${declared.adapter}, and it is a ${product}`, `adapter: ${product}`));
    }
    if (product === "forgejo") {
      const told = "it shows no last use, so an overlap ends by atMost alone";
      findings.push(ok("overlap", told));
    }
    const credential = await inspect(now, scopesFor(bots));
    findings.push(...credential);
    if (credential.every(({ state }) => state !== "fail")) findings.push(...(await checkAccounts(target, bots)));
    return findings.map(named);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // A server answers whoever has no credential, and nobody whose credential is bad.
    const isCredential = error instanceof TargetError && (error.status === 401 || error.status === 403);
    if (isCredential) return (await inspect(now, scopesFor(bots))).map(named);
    const isOld = error instanceof TargetError && error.kind === "incapable";
    if (isOld) return [named({ ...fail("server", message, "upgrade it"), isIncapable: true })];
    return [named(fail("server", message, `can this machine reach ${url}?`))];
  }
}

async function checkAccounts(target: OpenTarget["target"], bots: readonly DeclaredBot[]): Promise<Finding[]> {
  const accounts = await target.listAccounts(bots.map((bot) => bot.account));
  const locked = [...accounts.values()].filter((account) => account.isLocked).map((account) => account.name);
  const promoted = bots.filter((bot) => isUnaskedAdministrator(bot, accounts.get(bot.account.toLowerCase())));
  const administrators = promoted.map((bot) => bot.account);
  return [
    locked.length === 0
      ? ok("bots", `${accounts.size} of ${bots.length} exist, none is locked`)
      : fail("bots", `locked: ${someOf(locked)}`, "unlock them on the target; until then their tokens answer 403"),
    ...(administrators.length === 0
      ? []
      : [
          warn(
            "bots",
            `a site administrator, which no token asks for: ${someOf(administrators)}`,
            "demote them on the target if nobody meant that",
          ),
        ]),
  ];
}

const someOf = (names: readonly string[]): string =>
  `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;

/** Whether the key at hand opens what lies sealed in the journal. */
export async function checkSealed(journal: Pick<Journal, "listGenerations">, target: string): Promise<Finding[]> {
  const created = (await journal.listGenerations(target)).filter((one) => one.state === "created");
  const shut = created.filter((one) => !one.isOpenable);
  const what = `${target}: journal key`;
  if (shut.length > 0) {
    const told = `${shut.length} of ${created.length} sealed tokens do not open with it`;
    return [warn(what, told, "give the key they were sealed with, or let the next run make new ones")];
  }
  return created.length === 0 ? [] : [ok(what, `opens ${created.length} sealed tokens that wait for their sinks`)];
}

/** An Actions secret is written with the credential itself. */
function scopesFor(bots: readonly DeclaredBot[]): NeededScope[] {
  const sinks = bots.flatMap((bot) => bot.tokens).flatMap((token) => token.sinks);
  const owners = sinks.flatMap((sink) => (sink.kind === "actionsSecret" ? [sink.of] : []));
  return [
    ...(owners.some((of) => "repository" in of) ? [["write", "repository"] as const] : []),
    ...(owners.some((of) => "organization" in of) ? [["write", "organization"] as const] : []),
  ];
}
