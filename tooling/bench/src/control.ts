import { createServer } from "node:http";

// What node:http costs by itself: an answer of the size of a user, and nothing else.
const body = JSON.stringify({ login: "x".repeat(480) });

const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json;charset=utf-8", "content-length": body.length });
  response.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`listens on http://127.0.0.1:${address.port}\n`);
});
