import { z } from "zod";
import { notFound } from "../errors.ts";
import { signedIn } from "../guards.ts";
import { replyWithTotal } from "../page.ts";
import { idInPath } from "../parameters.ts";
import { onRepository } from "../repositories/on-repository.ts";
import { requires, router } from "../trpc.ts";
import { onSelf } from "../users/on-user.ts";

// A forge tells of issues and changes of code; there are none here, so nobody was ever notified of anything.

const tags = ["notification"];
const threadTarget = z.object({ id: idInPath("The thread's id.") });
const nothing = z.array(z.unknown()).meta({ description: "Always empty." });

export const notificationsRouter = router({
  list: onSelf("read:notification")
    .meta({ openapi: { method: "GET", path: "/api/v1/notifications", tags, summary: "List one's notifications" } })
    .output(nothing)
    .query(({ ctx }) => {
      replyWithTotal(ctx, 0);
      return [];
    }),
  read: onSelf("write:notification")
    .meta({
      openapi: { method: "PUT", path: "/api/v1/notifications", tags, summary: "Mark one's notifications as read" },
      success: 205,
    })
    .output(nothing)
    .mutation(() => []),
  count: onSelf("read:notification")
    .meta({
      openapi: { method: "GET", path: "/api/v1/notifications/new", tags, summary: "Count one's unread notifications" },
    })
    .output(z.object({ new: z.int() }).meta({ id: "NotificationCount" }))
    .query(() => ({ new: 0 })),
  get: requires(["read:notification"])
    .meta({
      openapi: { method: "GET", path: "/api/v1/notifications/threads/{id}", tags, summary: "Get a notification" },
    })
    .input(threadTarget)
    .output(z.unknown())
    .query(({ ctx }) => {
      signedIn(ctx);
      throw notFound();
    }),
  update: requires(["write:notification"])
    .meta({
      openapi: { method: "PATCH", path: "/api/v1/notifications/threads/{id}", tags, summary: "Mark a notification" },
      success: 205,
    })
    .input(threadTarget)
    .output(z.unknown())
    .mutation(({ ctx }) => {
      signedIn(ctx);
      throw notFound();
    }),
  listOfRepository: onRepository("read:notification")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/repos/{owner}/{repo}/notifications",
        tags,
        summary: "List one's notifications of a repository",
      },
    })
    .output(nothing)
    .query(({ ctx }) => {
      signedIn(ctx);
      replyWithTotal(ctx, 0);
      return [];
    }),
  readOfRepository: onRepository("write:notification")
    .meta({
      openapi: {
        method: "PUT",
        path: "/api/v1/repos/{owner}/{repo}/notifications",
        tags,
        summary: "Mark one's notifications of a repository as read",
      },
      success: 205,
    })
    .output(nothing)
    .mutation(({ ctx }) => {
      signedIn(ctx);
      return [];
    }),
});
