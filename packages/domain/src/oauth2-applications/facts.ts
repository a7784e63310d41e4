import type { OAuth2Application } from "./table.ts";

/** What the record says of an application. */
export const toFacts = ({ name, clientId, isConfidential, redirectUris }: OAuth2Application) => ({
  name,
  clientId,
  isConfidential,
  redirectUris,
});
