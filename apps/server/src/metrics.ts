import type { SequenceUse } from "@mintmark/domain";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = {
  observe(method: string, route: string, status: number, seconds: number): void;
  read(): Promise<string>;
  readonly contentType: string;
};

/**
 * Prometheus's text, in a registry of its own: two servers in one process do not mix. `listSequences` is asked when the metrics
 * are read.
 */
export function createMetrics(listSequences: () => Promise<readonly SequenceUse[]>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "mintmark_http_request_duration_seconds",
    help: "Time to answer, by route and status.",
    // The route's pattern and never the path, which would give a series per user.
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers: [registry],
  });
  new Gauge({
    name: "mintmark_sequence_used_ratio",
    help: "How far the ids of each table have come: 0.5 is the time to act, at 1 nothing can be created.",
    labelNames: ["sequence"],
    registers: [registry],
    async collect() {
      this.reset();
      // A database that is away must not take the other metrics with it.
      for (const { name, usedRatio } of await listSequences().catch(() => [])) this.set({ sequence: name }, usedRatio);
    },
  });
  return {
    observe: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
