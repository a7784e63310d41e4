import { type Answer, type Question, startFakeServer } from "./fake-server.ts";

export type Received = Pick<Question, "method" | "headers"> & {
  /** With the query, and as it was sent. */
  readonly path: string;
  readonly body: unknown;
};

export type Reply = Answer;

/** An HTTP server that answers as `answer` says and keeps what it received. */
export async function startFakeForgejo(answer: (request: Received) => Reply | undefined) {
  const received: Received[] = [];
  const server = await startFakeServer(({ method, url: path, headers, text }) => {
    const one = { method, path, headers, body: text === "" ? undefined : JSON.parse(text) };
    received.push(one);
    return answer(one) ?? { status: 404, body: { message: "The target couldn't be found.", url: "" } };
  });
  return { url: server.url, received, stop: server.stop };
}

export type FakeForgejo = Awaited<ReturnType<typeof startFakeForgejo>>;
