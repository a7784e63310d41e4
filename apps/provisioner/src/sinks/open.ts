import { createHash } from "node:crypto";
import type { DeclaredSink } from "../fleet/fleet.ts";
import { dotenvSink } from "./dotenv.ts";
import { fileSink } from "./file.ts";
import type { Sink, SinkReading } from "./sink.ts";

/** The place that a declaration names. */
export function openSink(declared: DeclaredSink): Sink {
  switch (declared.kind) {
    case "file":
      return fileSink(declared.path);
    case "dotenv":
      return dotenvSink(declared.path, declared.key);
  }
}

export const digestOf = (plaintext: string): string => createHash("sha256").update(plaintext).digest("hex");

/** What a sink holds, without the plaintext. Never throws: a place that cannot be read is a reading too. */
export async function readSink(sink: Sink): Promise<SinkReading> {
  try {
    const plaintext = await sink.read();
    if (plaintext === undefined) return { state: "absent" };
    return { state: "holds", digest: digestOf(plaintext), lastEight: plaintext.slice(-8) };
  } catch (error) {
    return { state: "unreadable", reason: error instanceof Error ? error.message : "cannot be read" };
  }
}
