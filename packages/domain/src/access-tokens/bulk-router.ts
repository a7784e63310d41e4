import { BATCH_BODY_BYTES, toFailure } from "../batch.ts";
import { DomainError } from "../errors.ts";
import { router } from "../trpc.ts";
import { onSite } from "../users/on-user.ts";
import { createAccessTokens } from "./create-many.ts";
import { deleteAccessTokens } from "./delete-many.ts";
import { createTokensOption, createTokensResponse, deleteTokensOption, deleteTokensResponse } from "./schemas.ts";
import { toAccessTokenResponse } from "./to-response.ts";

const tags = ["access-token"];
const BASE = "/api/mintmark/v1/admin/tokens";

/** Many tokens of many owners at once. */
export const accessTokensInBulkRouter = router({
  create: onSite("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: `${BASE}/batch`,
        tags,
        summary: "Create up to 100 access tokens in one transaction, each with a result of its own",
      },
      mintmark: true,
      bodyLimitBytes: BATCH_BODY_BYTES,
    })
    .input(createTokensOption)
    .output(createTokensResponse)
    .mutation(async ({ ctx, input }) => {
      const results = await createAccessTokens(ctx, input.tokens);
      return {
        results: results.map((result) => {
          if (result instanceof DomainError) return toFailure(result);
          const { token, plaintext, repositories } = result;
          return { status: 201, token: toAccessTokenResponse(token, { plaintext, repositories }) };
        }),
      };
    }),
  delete: onSite("write:admin")
    .meta({
      openapi: {
        method: "POST",
        path: `${BASE}/batch-delete`,
        tags,
        summary: "Delete up to 100 access tokens by id in one transaction",
      },
      mintmark: true,
    })
    .input(deleteTokensOption)
    .output(deleteTokensResponse)
    .mutation(async ({ ctx, input }) => {
      const deleted = await deleteAccessTokens(ctx, input.ids);
      return { results: input.ids.map((id) => ({ status: deleted.has(id) ? 204 : 404, id })) };
    }),
});
