import type { FastifyReply } from "fastify";

const escapes: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/**
 * JSON as Go writes it: with what HTML could take for markup escaped, and a newline at the end. A content type that is already
 * set stays.
 */
export function sendJson(reply: FastifyReply, status: number, body: unknown): FastifyReply {
  const text = JSON.stringify(body).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign] ?? sign);
  if (!reply.hasHeader("content-type")) reply.header("content-type", "application/json;charset=utf-8");
  return reply.code(status).send(`${text}\n`);
}

export function sendText(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header("content-type", "text/plain; charset=utf-8").send(body);
}

/** The path as users see it, where a proxy in front serves us below one of its own and takes that off. */
export const outerPath = (rootUrl: string, path: string): string =>
  `${new URL(rootUrl).pathname.replace(/\/$/, "")}${path}`;
