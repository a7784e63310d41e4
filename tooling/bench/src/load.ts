import { Agent, request } from "node:http";

export type Request = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** JSON as it stands, instead of `json`. */
  readonly body?: string;
};

type Answer = { readonly status: number; readonly body: string };

/**
 * Sends requests over a fixed number of connections, each as soon as the last was answered, until the time is over. A wrong
 * status or body ends the run: a fast wrong answer is no result.
 */
export async function load(
  { port, connections, milliseconds }: { port: number; connections: number; milliseconds: number },
  next: () => Request,
  check: (body: string) => boolean,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + milliseconds;
  let answered = 0;
  async function work(): Promise<void> {
    while (performance.now() < end) {
      const { status, body } = await exchange(agent, port, next());
      // One answer in a hundred is read; all would measure the reader.
      if (status >= 300 || (answered % 100 === 0 && !check(body))) throw new Error(`answered ${status}: ${body}`);
      answered += 1;
    }
  }
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return answered;
}

export function exchange(
  agent: Agent,
  port: number,
  { method, path, headers, json, body: raw }: Request,
): Promise<Answer> {
  const text = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const described = text !== undefined && {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    request({ agent, host: "127.0.0.1", port, method, path, headers: { ...headers, ...described } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end(text);
  });
}
