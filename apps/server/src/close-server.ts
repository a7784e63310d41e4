import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Makes a server that can be closed in good order: what has begun is answered, and connections on which nothing is under way
 * end at once. Node's own `close` waits for a client that connects and says nothing.
 */
export function trackRequests(http: Server): { close(graceMs: number): Promise<void> } {
  const underWay = new Map<Socket, number>();
  let isClosing = false;

  http.on("connection", (socket) => {
    underWay.set(socket, 0);
    socket.once("close", () => underWay.delete(socket));
  });
  http.on("request", ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once("close", () => {
      const left = (underWay.get(socket) ?? 1) - 1;
      underWay.set(socket, left);
      if (isClosing && left === 0) socket.end();
    });
  });

  return {
    async close(graceMs) {
      isClosing = true;
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      for (const [socket, requests] of underWay) if (requests === 0) socket.destroy();
      const deadline = setTimeout(() => http.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(deadline);
    },
  };
}
