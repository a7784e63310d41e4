import type { DeclaredSink } from "../fleet/fleet.ts";
import { type Action, reasons } from "../plan/action.ts";
import { generationName } from "../plan/token-view.ts";
import { inOneLine } from "./visible.ts";

/** How an action looks at the beginning of a line: made, changed, ended. */
export const signOf = (action: Action): "+" | "~" | "-" => {
  switch (action.kind) {
    case "createAccount":
    case "issue":
    case "deliver":
    case "adopt":
      return "+";
    case "updateAccount":
      return "~";
    case "close":
    case "disableAccount":
    case "deleteAccount":
    case "forgetBot":
      return "-";
  }
};

/** What is done, to what: `issue token renovate-web/main.g1`. */
export function describeAction(action: Action): string {
  switch (action.kind) {
    case "createAccount":
      return `create account ${action.account}`;
    case "updateAccount":
      return `change account ${action.account} (${Object.keys(action.changes).join(", ")})`;
    case "issue":
    case "deliver":
    case "adopt":
      return `${action.kind} token ${nameOf(action)}`;
    case "close":
      return `${action.remoteId === undefined ? "forget" : "delete"} token ${nameOf(action)}`;
    case "disableAccount":
      return `lock account ${action.account}`;
    case "deleteAccount":
      return `delete account ${action.account}`;
    case "forgetBot":
      return `forget account ${action.account}`;
  }
}

export const describeReason = (action: Action): string => reasons[action.because];

/** Where a sink is, for people. */
export const describeSink = (sink: DeclaredSink): string => inOneLine(placeOf(sink));

function placeOf(sink: DeclaredSink): string {
  switch (sink.kind) {
    case "file":
      return sink.path;
    case "dotenv":
      return `${sink.path} (${sink.key})`;
    case "exec":
      return [sink.program, ...sink.args].join(" ");
    case "vaultKv2":
      return `${sink.store}: ${sink.path} (${sink.field})`;
    case "kubernetesSecret":
      return `${sink.store}: ${sink.namespace}/${sink.name} (${sink.key})`;
    case "actionsSecret":
      return `Actions secret ${sink.name} of ${"repository" in sink.of ? sink.of.repository : sink.of.organization}`;
  }
}

const nameOf = (action: { account: string; token: string; generation: number }): string =>
  inOneLine(`${action.account}/${generationName(action.token, action.generation)}`);
