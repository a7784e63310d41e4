import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { get, Server } from "node:http";
import { type Duplex, duplexPair } from "node:stream";

/** A request of a pipeline: no body, and the path as it goes out. */
export type Line = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Reply = { readonly status: number; readonly text: string };

export type Pipeline = {
  /** The answers in the order of the requests. */
  readonly ask: (lines: readonly Line[]) => Promise<Reply[]>;
  readonly close: () => void;
};

/**
 * One connection on which many requests are sent before the first answer is read (RFC 9112, section 9.3.2), and which does not
 * pass through the kernel: node:http's own client costs more than the server that is asked, and a matrix asks a hundred
 * thousand times.
 */
export async function openPipeline(rootUrl: string): Promise<Pipeline> {
  const ours = await connectWithin(rootUrl);
  return {
    ask: async (lines) => {
      // Refusals are errors of which nobody reads the stack here, and a stack costs as much as the rest of the refusal.
      const { stackTraceLimit } = Error;
      Error.stackTraceLimit = 0;
      try {
        const answers = readReplies(ours, lines.length);
        ours.write(lines.map(toText).join(""), "latin1");
        return await answers;
      } finally {
        Error.stackTraceLimit = stackTraceLimit;
      }
    },
    close: () => ours.destroy(),
  };
}

/** A connection to the authority of this process with nothing in between: what is written is read at once, or not yet taken. */
export async function connectWithin(rootUrl: string): Promise<Duplex> {
  const [ours, theirs] = duplexPair();
  (await serverOf(rootUrl)).emit("connection", theirs);
  return ours;
}

/** The server of this process that answers at the address. */
async function serverOf(rootUrl: string): Promise<Server> {
  const servers: Server[] = [];
  const notice = (message: unknown) => {
    if (message instanceof Object && "server" in message && message.server instanceof Server)
      servers.push(message.server);
  };
  subscribe("http.server.request.start", notice);
  const [response] = await once(get(`${rootUrl}/livez`), "response");
  response.resume();
  unsubscribe("http.server.request.start", notice);
  const [server] = servers;
  if (!server) throw new Error(`no server of this process answers at ${rootUrl}`);
  return server;
}

function toText({ method, path, headers = {} }: Line): string {
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${fields.join("")}\r\n`;
}

function readReplies(socket: Duplex, count: number): Promise<Reply[]> {
  return new Promise((resolve, reject) => {
    if (count === 0) return resolve([]);
    const replies: Reply[] = [];
    let pending: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      let at = 0;
      for (let reply = parseReply(pending, at); reply; reply = parseReply(pending, at)) {
        replies.push(reply);
        at = reply.end;
      }
      pending = pending.subarray(at);
      if (replies.length === count) settle(() => resolve(replies));
    };
    const onClose = () => settle(() => reject(new Error(`closed after ${replies.length} of ${count} answers`)));
    function settle(end: () => void) {
      socket.off("data", onData).off("close", onClose).off("error", onClose);
      end();
    }
    socket.on("data", onData).on("close", onClose).on("error", onClose);
  });
}

/** The answer that starts at the byte; undefined while a part of it is still on its way. */
function parseReply(bytes: Buffer, start: number): (Reply & { readonly end: number }) | undefined {
  const headEnd = bytes.indexOf("\r\n\r\n", start, "latin1");
  if (headEnd < 0) return undefined;
  const head = bytes.toString("latin1", start, headEnd);
  if (/\r\ntransfer-encoding:/i.test(head)) throw new Error("an answer in chunks: the pipeline cannot read it");
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  const end = headEnd + 4 + length;
  if (end > bytes.length) return undefined;
  return { status: Number(head.slice(9, 12)), text: bytes.toString("utf8", headEnd + 4, end), end };
}
