import { z } from "zod";
import { idInPath } from "../parameters.ts";
import { requiredText, text } from "../rules.ts";

export const applicationTarget = z.object({ id: idInPath("The application's id.") });

export const createOAuth2ApplicationOptions = z
  .object({
    name: requiredText(),
    redirect_uris: z
      .array(text())
      .meta({ description: "Where the user may be sent back to; any texts, as in Forgejo." }),
    confidential_client: z
      .boolean()
      .optional()
      .meta({ description: "False unless said otherwise, also in an edit: a public client." }),
  })
  .meta({ id: "CreateOAuth2ApplicationOptions" });

export type CreateOAuth2ApplicationOptions = z.output<typeof createOAuth2ApplicationOptions>;

export const oauth2ApplicationResponse = z
  .object({
    id: z.int(),
    name: z.string(),
    client_id: z.string(),
    client_secret: z.string().meta({ description: "In the answers to creation and edit alone; empty elsewhere." }),
    confidential_client: z.boolean(),
    redirect_uris: z.array(z.string()),
    created: z.iso.datetime(),
  })
  .meta({ id: "OAuth2Application" });

export type OAuth2ApplicationResponse = z.output<typeof oauth2ApplicationResponse>;
