import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "./embedded/open.ts";
import "./testing.ts";

/** One embedded server for a whole test run, in a folder that goes with it. */
export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "mintmark-test-"));
  const { address, leave } = await openEmbedded({ folder, applicationName: "test", durable: false });
  if (!("socketFolder" in address)) throw new Error("the embedded server listens on no socket");
  project.provide("postgresSocketFolder", address.socketFolder);
  return async () => {
    await leave();
    await rm(folder, { recursive: true, force: true });
  };
}
