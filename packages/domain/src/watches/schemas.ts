import { z } from "zod";

export const watchInfo = z
  .object({
    subscribed: z.boolean(),
    ignored: z.boolean(),
    reason: z.null(),
    created_at: z.iso.datetime(),
    url: z.string(),
    repository_url: z.string(),
  })
  .meta({ id: "WatchInfo" });

export type WatchInfo = z.output<typeof watchInfo>;
