import type { DeclaredSink } from "../fleet/fleet.ts";

/** What a sink holds now. A digest and eight letters tell as much as the plaintext would, and may be kept. */
export type SinkReading =
  | { readonly state: "absent" }
  | { readonly state: "holds"; readonly digest: string; readonly lastEight: string }
  /** Nobody can read it back: the journal's receipt is all there is. */
  | { readonly state: "write-only" }
  | { readonly state: "unreadable"; readonly reason: string };

/** What a place said when it took a value, such as the version it gave it. Never the value. */
export type Receipt = string;

/** Throws once somebody else may be writing there. To be called right before a step that cannot be taken back. */
export type RefuseLate = () => void;

/** A place where a token is delivered. Every call may throw a SinkError. */
export type Sink = {
  /** Replaces what the sink holds, at once and as a whole. Writing what it already holds changes nothing. */
  write(plaintext: string, refuseLate?: RefuseLate): Promise<Receipt>;
  /** Undefined: the sink holds nothing. Absent: it cannot be read back. */
  readonly read?: () => Promise<string | undefined>;
  /** Whether a write would be let through, as far as that shows without one. Changes nothing. */
  readonly check?: () => Promise<void>;
  /** Drops what was kept of the value before this one. */
  readonly forgetPrevious?: () => Promise<void>;
};

/** A place that tells what it holds. */
export type ReadableSink = Sink & Required<Pick<Sink, "read">>;

/** Names a place: two sinks with the same key are the same place. */
export function sinkKey(sink: DeclaredSink): string {
  switch (sink.kind) {
    case "file":
      return `file:${sink.path}`;
    case "dotenv":
      return `dotenv:${sink.path}#${sink.key}`;
    case "exec": {
      const { target, account, token } = sink.owner;
      return `exec:${[sink.program, ...sink.args].join(" ")} for ${target}/${account}/${token}`;
    }
    case "vaultKv2":
      return `vault:${sink.store}/${sink.path}#${sink.field}`;
    case "kubernetesSecret":
      return `kubernetes:${sink.store}/${sink.namespace}/${sink.name}#${sink.key}`;
    case "actionsSecret":
      return `actions:${sink.target}/${"repository" in sink.of ? sink.of.repository : sink.of.organization}#${sink.name}`;
  }
}
