import { type Context, findAvatarPicture } from "@mintmark/domain";
import type { FastifyInstance } from "fastify";
import { sendText } from "./rest/answer.ts";

/** The pictures that `avatar_url` names, for everybody: an address is told with an account, and cannot be guessed. */
export function avatarRoutes(app: FastifyInstance, ctx: Pick<Context, "db">): void {
  app.get<{ Params: { id: string } }>("/avatars/:id", async ({ params }, reply) => {
    const picture = await findAvatarPicture(ctx, params.id);
    if (!picture) return sendText(reply, 404, "404 page not found\n");
    return (
      reply
        .header("content-type", "image/png")
        // What stands at an address never changes. Six hours, as in Forgejo, are how long a deleted picture may still be seen.
        .header("cache-control", "public, max-age=21600, immutable")
        .header("content-security-policy", "default-src 'none'; sandbox")
        .send(picture)
    );
  });
}
