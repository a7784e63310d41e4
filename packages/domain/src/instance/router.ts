import { z } from "zod";
import { DomainError } from "../errors.ts";
import { requiresNoScope, router } from "../trpc.ts";
import {
  attachmentSettings,
  attachmentSettingsResponse,
  repositorySettings,
  repositorySettingsResponse,
  uiSettings,
  uiSettingsResponse,
} from "./forgejo-settings.ts";

/** A plain release in Forgejo's numbering: client libraries parse it before anything else, and want at least 16. */
export const forgejoVersion = "16.0.0+gitea-1.22.0";

/** What a provisioner may count on beyond Forgejo; a Forgejo answers 404 to the question. */
export const features = [
  "audit",
  "batches",
  "bots",
  "bulk-state",
  "idempotency-keys",
  "token-expiry",
  "token-inspection",
  "token-last-use",
  "token-revocation",
  "token-rotation",
  "token-search",
] as const;

/** The version of Forgejo's second, small API, which has this one route. */
const SMALL_API_VERSION = "1.0.0";

const PUBLIC = "tells nothing about anybody";

export const instanceRouter = router({
  version: requiresNoScope(PUBLIC)
    .meta({ openapi: { method: "GET", path: "/api/v1/version", tags: ["instance"], summary: "Get the version" } })
    .output(z.object({ version: z.string() }).meta({ id: "ServerVersion" }))
    .query(() => ({ version: forgejoVersion })),
  apiSettings: requiresNoScope(PUBLIC)
    .meta({
      openapi: { method: "GET", path: "/api/v1/settings/api", tags: ["instance"], summary: "Get the API's limits" },
    })
    .output(
      z
        .object({
          max_response_items: z.int(),
          default_paging_num: z.int(),
          default_git_trees_per_page: z.int(),
          default_max_blob_size: z.int(),
        })
        .meta({ id: "GeneralAPISettings" }),
    )
    .query(({ ctx }) => ({
      max_response_items: ctx.settings.maxResponseItems,
      default_paging_num: ctx.settings.defaultPagingNum,
      default_git_trees_per_page: 1_000,
      default_max_blob_size: 10_485_760,
    })),
  uiSettings: requiresNoScope(PUBLIC)
    .meta({
      openapi: { method: "GET", path: "/api/v1/settings/ui", tags: ["instance"], summary: "Get the pages' settings" },
    })
    .output(uiSettingsResponse)
    .query(() => uiSettings),
  repositorySettings: requiresNoScope(PUBLIC)
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/settings/repository",
        tags: ["instance"],
        summary: "Get the settings of repositories",
      },
    })
    .output(repositorySettingsResponse)
    .query(() => repositorySettings),
  attachmentSettings: requiresNoScope(PUBLIC)
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/settings/attachment",
        tags: ["instance"],
        summary: "Get the settings of attachments",
      },
    })
    .output(attachmentSettingsResponse)
    .query(() => attachmentSettings),
  actionsRun: requiresNoScope("opens to nobody")
    .meta({
      openapi: {
        method: "GET",
        path: "/api/v1/actions/run",
        tags: ["instance"],
        summary: "Get the run that the token was made for; no run makes tokens here",
      },
    })
    .output(z.void())
    .query(() => {
      throw new DomainError("forbidden", "must use an automatic actions token");
    }),
  smallApiVersion: requiresNoScope(PUBLIC)
    .meta({
      openapi: {
        method: "GET",
        path: "/api/forgejo/v1/version",
        tags: ["instance"],
        summary: "Get the version of Forgejo's second API",
      },
    })
    .output(z.object({ version: z.string() }).meta({ id: "Version" }))
    .query(({ ctx }) => {
      // That API writes a blank before the charset, where /api/v1 has none.
      ctx.reply.headers.set("content-type", "application/json; charset=utf-8");
      return { version: SMALL_API_VERSION };
    }),
  capabilities: requiresNoScope(PUBLIC)
    .meta({
      openapi: {
        method: "GET",
        path: "/api/mintmark/v1/capabilities",
        tags: ["instance"],
        summary: "Tell what the server offers beyond Forgejo",
      },
      mintmark: true,
    })
    .output(z.object({ server: z.literal("mintmark"), features: z.array(z.string()) }).meta({ id: "Capabilities" }))
    .query(() => ({ server: "mintmark" as const, features: [...features] })),
});
