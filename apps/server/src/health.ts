import type { FastifyInstance } from "fastify";
import type { Metrics } from "./metrics.ts";
import { sendJson } from "./rest/answer.ts";

export type Health = {
  /** Whether the database answers; false also while the server is stopping. */
  isReady(): Promise<boolean>;
};

/** For orchestrators and load balancers: `livez` says that the process runs, `readyz` that it can serve. */
export function healthRoutes(app: FastifyInstance, health: Health, metrics: Metrics): void {
  app.get("/livez", async (_request, reply) => sendJson(reply, 200, { status: "pass" }));
  for (const path of ["/readyz", "/api/healthz"]) {
    app.get(path, async (_request, reply) => {
      const isReady = await health.isReady();
      return sendJson(reply, isReady ? 200 : 503, { status: isReady ? "pass" : "fail" });
    });
  }
  app.get("/metrics", async (_request, reply) =>
    reply.header("content-type", metrics.contentType).send(await metrics.read()),
  );
}
