import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

const backendKeyData = 75;

/** What a pooler shows of itself: the backend that it names at the start is not the one that answers. */
export async function startPooler(socketFolder: string) {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(`${socketFolder}/.s.PGSQL.5432`);
    client.pipe(upstream);
    upstream.on("data", (chunk: Buffer) => client.write(withOtherBackend(chunk)));
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on("close", () => other.destroy()).on("error", () => other.destroy());
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the pooler has no address");
  return {
    port: address.port,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function withOtherBackend(chunk: Buffer): Buffer {
  for (let at = 0; at + 5 <= chunk.length; at += 1 + chunk.readUInt32BE(at + 1)) {
    if (chunk[at] === backendKeyData && at + 9 <= chunk.length) chunk.writeUInt32BE(1, at + 5);
  }
  return chunk;
}
