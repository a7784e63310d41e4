import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type RunMetrics = {
  readonly countAction: (target: string, kind: string, result: "done" | "failed") => void;
  readonly setFleet: (target: string, counts: { bots: number; due: number; problems: number }) => void;
  /** Overlaps that an old generation in use keeps open, and when the longest of them began. */
  readonly setStragglers: (target: string, stragglers: { count: number; oldestSince?: Date }) => void;
  /** Bots that may not see a repository that a token of theirs is limited to. */
  readonly setAccessLost: (target: string, bots: number) => void;
  /** Bots that are site administrators although no token of theirs asks for that. */
  readonly setAdministrators: (target: string, bots: number) => void;
  readonly looked: (target: string, succeeded: boolean) => void;
  /** What it told of a target that is declared no more must not stand there as if it were so still. */
  readonly forget: (target: string) => void;
  /** Call the answer when the work on a bot ended. */
  readonly startBot: (target: string) => (succeeded: boolean) => void;
  readonly read: () => Promise<string>;
  readonly contentType: string;
};

/** Prometheus's text of one process of `run`. Labels are targets and kinds of action, never bots. */
export function createRunMetrics(): RunMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const actions = new Counter({
    name: "mintmark_actions_total",
    help: "Actions on bots, by what they did and how they ended.",
    labelNames: ["target", "kind", "result"],
    registers,
  });
  const fleet = new Gauge({
    name: "mintmark_fleet_bots",
    help: "Bots at the last look of this process: declared, due, or blocked until a person decides.",
    labelNames: ["target", "state"],
    registers,
  });
  const stragglers = new Gauge({
    name: "mintmark_stragglers",
    help: "Tokens of which an old generation was used after its successor was delivered, at the last look of this process.",
    labelNames: ["target"],
    registers,
  });
  const stragglersSince = new Gauge({
    name: "mintmark_oldest_straggler_timestamp_seconds",
    help: "When the successor of the oldest of them was delivered. Absent while there is none.",
    labelNames: ["target"],
    registers,
  });
  const accessLost = new Gauge({
    name: "mintmark_repository_access_lost_bots",
    help: "Bots that may not see a repository that a token of theirs is limited to, when they were last asked about.",
    labelNames: ["target"],
    registers,
  });
  const administrators = new Gauge({
    name: "mintmark_unasked_administrator_bots",
    help: "Bots that are site administrators although no token of theirs asks for that, at the last look of this process.",
    labelNames: ["target"],
    registers,
  });
  const looks = new Counter({
    name: "mintmark_looks_total",
    help: "Looks at a target, by how they ended.",
    labelNames: ["target", "result"],
    registers,
  });
  const lookedAt = new Gauge({
    name: "mintmark_last_look_timestamp_seconds",
    help: "When this process last looked at a target with success.",
    labelNames: ["target"],
    registers,
  });
  const seconds = new Histogram({
    name: "mintmark_bot_seconds",
    help: "Time to make one bot right.",
    labelNames: ["target", "result"],
    buckets: [0.05, 0.25, 1, 5, 30, 120],
    registers,
  });
  return {
    countAction: (target, kind, result) => actions.inc({ target, kind, result }),
    setFleet(target, { bots, due, problems }) {
      fleet.set({ target, state: "declared" }, bots);
      fleet.set({ target, state: "due" }, due);
      fleet.set({ target, state: "blocked" }, problems);
    },
    setStragglers(target, { count, oldestSince }) {
      stragglers.set({ target }, count);
      if (oldestSince) stragglersSince.set({ target }, oldestSince.getTime() / 1000);
      else stragglersSince.remove({ target });
    },
    setAccessLost: (target, bots) => accessLost.set({ target }, bots),
    setAdministrators: (target, bots) => administrators.set({ target }, bots),
    looked(target, succeeded) {
      looks.inc({ target, result: succeeded ? "done" : "failed" });
      if (succeeded) lookedAt.set({ target }, Date.now() / 1000);
    },
    forget(target) {
      for (const state of ["declared", "due", "blocked"]) fleet.remove({ target, state });
      for (const gauge of [stragglers, stragglersSince, accessLost, administrators, lookedAt]) gauge.remove({ target });
    },
    startBot(target) {
      const end = seconds.startTimer({ target });
      let isOver = false;
      return (succeeded) => {
        if (!isOver) end({ result: succeeded ? "done" : "failed" });
        isOver = true;
      };
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Serves them to this machine alone. Answers the port. */
export async function serveMetrics(metrics: RunMetrics, port: number): Promise<{ port: number; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.read().then(
      (text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
