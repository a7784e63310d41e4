import { type Context, findAvatarPicture } from "@mintmark/domain";
import type { FastifyInstance, FastifyReply } from "fastify";
import { sendText } from "./rest/answer.ts";

/** The pictures that `avatar_url` names, for everybody: an address is told with an account, and cannot be guessed. */
export function avatarRoutes(app: FastifyInstance, ctx: Pick<Context, "db">): void {
  app.get<{ Params: { id: string } }>("/avatars/:id", async ({ params }, reply) => {
    const picture = await findAvatarPicture(ctx, params.id);
    if (!picture) return sendText(reply, 404, "404 page not found\n");
    return sendPicture(reply, picture);
  });
  app.get("/assets/img/avatar_default.png", async (_request, reply) => sendPicture(reply, nobody));
}

function sendPicture(reply: FastifyReply, picture: Buffer): FastifyReply {
  return (
    reply
      .header("content-type", "image/png")
      // What stands at an address never changes. Six hours, as in Forgejo, are how long a deleted picture may still be seen.
      .header("cache-control", "public, max-age=21600, immutable")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .send(picture)
  );
}

/** Head and shoulders in grey, for whoever has set no picture; 64 pixels wide. */
const nobody = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAEAAAABAAQMAAACQp+OdAAAABlBMVEXk5+uKlKMFaB63AAAAeklEQVR42r3PsQ2AMAxEUSIKSkbIKIyWjMYojEBJgfKR42CQAggJiTR5zfnspvn3+aUgpALQ30HMaGHM6GDK6GG+gYflAx4mW7vtYxvazscVdtebt6dscn1OgFSqtMwJooY01gkmTWve4AUyaBCsZwRBugSUsgpOEWtsYiiwF8F9cSwAAAAASUVORK5CYII=",
  "base64",
);
