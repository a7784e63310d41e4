import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createClient } from "@mintmark/client";
import { cpuOf, cpuOfTree } from "./cpu.ts";
import { load } from "./load.ts";
import { type Program, pinning, startProgram, stopProgram } from "./program.ts";

// `GET /user` with a token against bare node:http, in turns within one run: CPU per request and its ratio, since rates alone
// say nothing on a machine that others use too.

const PAIRS = 10;
const SLOT_MS = 2_000;
const CONNECTIONS = 16;
const TOKENS = 1_000;
/** A slot in which the server held less of its core was disturbed by something else. */
const HELD_MIN = 0.88;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "mintmark-bench-"));
await chmod(folder, 0o711);
const password = "only-for-this-run";
const env = {
  PATH: "/usr/bin:/bin",
  MINTMARK_FOLDER: folder,
  MINTMARK_HTTP_PORT: "0",
  MINTMARK_ADMIN_PASSWORD: password,
  MINTMARK_LOG_LEVEL: "error",
};
const authorityFile = fileOf("../../../apps/server/src/main.ts");

await measureStart();
const control = await startProgram(fileOf("./control.ts"), [], env);
const authority = await startProgram(authorityFile, ["serve"], env);
const postmaster = Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);
try {
  await measureGetUser();
} finally {
  await Promise.all([stopProgram(control), stopProgram(authority)]);
  rmSync(folder, { recursive: true });
}

async function measureStart(): Promise<void> {
  const starts: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const program = await startProgram(authorityFile, ["serve"], env);
    starts.push(program.startMs);
    await stopProgram(program);
  }
  const [cold = 0, ...warm] = starts;
  say(
    `start to listening: first ${cold.toFixed(0)} ms (makes the database), then median ${median(warm).toFixed(0)} ms of 5`,
  );
}

async function measureGetUser(): Promise<void> {
  const tokens = await makeTokens();
  let turn = 0;
  const withToken = () => {
    turn += 1;
    return { path: "/api/v1/user", headers: { authorization: `token ${tokens[turn % tokens.length]}` } };
  };
  const isUser = (_status: number, body: string) => JSON.parse(body).login === "root";
  await slot(authority, withToken, isUser);
  await slot(control, withToken, () => true);

  const pairs = [];
  for (let pair = 1; pair <= PAIRS; pair += 1) {
    const bare = await slot(control, withToken, () => true);
    const own = await slot(authority, withToken, isUser);
    const isDisturbed = bare.held < HELD_MIN || own.held < HELD_MIN;
    say(
      `pair ${pair}: bare ${bare.cpuUs.toFixed(1)} us, ${bare.rate.toFixed(0)}/s; authority ${own.cpuUs.toFixed(1)} us + database ${own.databaseUs.toFixed(1)} us, ${own.rate.toFixed(0)}/s${isDisturbed ? " (disturbed)" : ""}`,
    );
    pairs.push({ bare, own, isDisturbed });
  }
  const kept = pairs.filter(({ isDisturbed }) => !isDisturbed);
  const used = kept.length > 0 ? kept : pairs;
  say(
    `${pinning}; ${CONNECTIONS} connections, ${TOKENS} tokens in turn; ${pairs.length - kept.length} of ${pairs.length} pairs disturbed${kept.length > 0 ? " and left out" : ", all kept"}`,
  );
  say(
    `GET /user, medians: bare node:http ${median(used.map(({ bare }) => bare.cpuUs)).toFixed(1)} us, authority ${median(used.map(({ own }) => own.cpuUs)).toFixed(1)} us of CPU per request, database ${median(used.map(({ own }) => own.databaseUs)).toFixed(1)} us; CPU ratio ${median(used.map(({ bare, own }) => own.cpuUs / bare.cpuUs)).toFixed(2)}`,
  );
}

async function slot(program: Program, next: Parameters<typeof load>[1], check: Parameters<typeof load>[2]) {
  const before = { server: cpuOf(program.pid) ?? 0, database: cpuOfTree(postmaster) ?? 0, at: performance.now() };
  const requests = await load({ port: program.port, connections: CONNECTIONS, milliseconds: SLOT_MS }, next, check);
  const elapsedUs = (performance.now() - before.at) * 1_000;
  const serverUs = (cpuOf(program.pid) ?? 0) - before.server;
  return {
    cpuUs: serverUs / requests,
    databaseUs: ((cpuOfTree(postmaster) ?? 0) - before.database) / requests,
    rate: (requests / elapsedUs) * 1e6,
    held: serverUs / elapsedUs,
  };
}

async function makeTokens(): Promise<string[]> {
  const client = createClient({
    baseUrl: `http://127.0.0.1:${authority.port}`,
    credential: { username: "root", password },
  });
  const { data: worker } = await client.POST("/api/v1/users/{username}/tokens", {
    params: { path: { username: "root" } },
    body: { name: "bench", scopes: ["write:admin"] },
  });
  const admin = createClient({ baseUrl: `http://127.0.0.1:${authority.port}`, credential: { token: worker.sha1 } });
  const tokens: string[] = [];
  for (let number = 0; number < TOKENS; number += 1) {
    const { data } = await admin.POST("/api/v1/admin/users/{username}/tokens", {
      params: { path: { username: "root" } },
      body: { name: `bench-${number}`, scopes: ["read:user"] },
    });
    tokens.push(data.sha1);
  }
  return tokens;
}
