import { toWireTime } from "../wire-time.ts";
import type { OAuth2ApplicationResponse } from "./schemas.ts";
import type { OAuth2Application } from "./table.ts";

export function toOAuth2ApplicationResponse(application: OAuth2Application, secret = ""): OAuth2ApplicationResponse {
  return {
    id: application.id,
    name: application.name,
    client_id: application.clientId,
    client_secret: secret,
    confidential_client: application.isConfidential,
    redirect_uris: application.redirectUris,
    created: toWireTime(application.createdAt),
  };
}
