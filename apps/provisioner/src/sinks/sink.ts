import type { DeclaredSink } from "../fleet/fleet.ts";

/** What a sink holds now. A digest and eight letters tell as much as the plaintext would, and may be kept. */
export type SinkReading =
  | { readonly state: "absent" }
  | { readonly state: "holds"; readonly digest: string; readonly lastEight: string }
  | { readonly state: "unreadable"; readonly reason: string };

/** A place where a token is delivered. */
export type Sink = {
  /** Replaces what the sink holds, at once and as a whole. */
  write(plaintext: string): Promise<void>;
  /** Undefined: the sink holds nothing. */
  read(): Promise<string | undefined>;
};

/** Names a place: two sinks with the same key are the same place. */
export const sinkKey = (sink: DeclaredSink): string =>
  sink.kind === "file" ? `file:${sink.path}` : `dotenv:${sink.path}#${sink.key}`;
