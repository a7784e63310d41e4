import { accessTokensOfEverybodyRouter } from "./access-tokens/audit-router.ts";
import { accessTokensInBulkRouter } from "./access-tokens/bulk-router.ts";
import { accessTokensByPossessionRouter } from "./access-tokens/possession-router.ts";
import { accessTokensRouter } from "./access-tokens/router.ts";
import { accountsRouter } from "./accounts/router.ts";
import { actionRunnersRouter } from "./action-runners/router.ts";
import { actionSecretsRouter } from "./action-secrets/router.ts";
import { actionVariablesRouter } from "./action-variables/router.ts";
import { auditRouter } from "./audit/router.ts";
import { avatarsRouter } from "./avatars/router.ts";
import { blocksRouter } from "./blocks/router.ts";
import { collaboratorsRouter } from "./collaborators/router.ts";
import { emailsRouter } from "./emails/router.ts";
import { followsRouter } from "./follows/router.ts";
import { gpgKeysRouter } from "./gpg-keys/router.ts";
import { hooksRouter } from "./hooks/router.ts";
import { instanceRouter } from "./instance/router.ts";
import { issuesRouter } from "./issues/router.ts";
import { notificationsRouter } from "./notifications/router.ts";
import { oauth2ApplicationsRouter } from "./oauth2-applications/router.ts";
import { organizationsRouter } from "./organizations/router.ts";
import { repositoriesRouter } from "./repositories/router.ts";
import { repositoryTransfersRouter } from "./repository-transfers/router.ts";
import { sshKeysRouter } from "./ssh-keys/router.ts";
import { starsRouter } from "./stars/router.ts";
import { teamRepositoriesRouter } from "./team-repositories/router.ts";
import { teamsRouter } from "./teams/router.ts";
import { router } from "./trpc.ts";
import { usersRouter } from "./users/router.ts";
import { watchesRouter } from "./watches/router.ts";

/** Every procedure of the authority, a room each. */
export const appRouter = router({
  accessTokens: accessTokensRouter,
  actionRunners: actionRunnersRouter,
  actionSecrets: actionSecretsRouter,
  actionVariables: actionVariablesRouter,
  avatars: avatarsRouter,
  audit: auditRouter,
  blocks: blocksRouter,
  accessTokensByPossession: accessTokensByPossessionRouter,
  accessTokensInBulk: accessTokensInBulkRouter,
  accessTokensOfEverybody: accessTokensOfEverybodyRouter,
  accounts: accountsRouter,
  collaborators: collaboratorsRouter,
  emails: emailsRouter,
  follows: followsRouter,
  hooks: hooksRouter,
  gpgKeys: gpgKeysRouter,
  instance: instanceRouter,
  issues: issuesRouter,
  notifications: notificationsRouter,
  oauth2Applications: oauth2ApplicationsRouter,
  organizations: organizationsRouter,
  repositories: repositoriesRouter,
  sshKeys: sshKeysRouter,
  stars: starsRouter,
  repositoryTransfers: repositoryTransfersRouter,
  teamRepositories: teamRepositoriesRouter,
  teams: teamsRouter,
  users: usersRouter,
  watches: watchesRouter,
});

export type AppRouter = typeof appRouter;
