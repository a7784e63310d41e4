import type { Visibility } from "./users/table.ts";

/** What an operator can change about the rules; the server's configuration fills it in. Names are Forgejo's. */
export type Settings = {
  /** The address users see, without a trailing slash. */
  readonly rootUrl: string;
  /** `forgejo` switches off what we do more strictly than Forgejo where that leaks nothing and opens nothing. */
  readonly compatibility: "strict" | "forgejo";
  readonly maxResponseItems: number;
  readonly defaultPagingNum: number;
  readonly minPasswordLength: number;
  readonly passwordComplexity: readonly ("lower" | "upper" | "digit" | "spec")[];
  /** Where the service is that knows passwords from leaks; undefined: nobody is asked. */
  readonly pwnedPasswordsUrl: string | undefined;
  readonly enableBasicAuthentication: boolean;
  readonly requireSigninView: boolean;
  readonly exploreRequireSigninView: boolean;
  readonly disableUsersPage: boolean;
  readonly registerEmailConfirm: boolean;
  readonly defaultUserIsRestricted: boolean;
  readonly defaultKeepEmailPrivate: boolean;
  readonly defaultAllowCreateOrganization: boolean;
  readonly disableRegularOrgCreation: boolean;
  readonly defaultUserVisibility: Visibility;
  readonly allowedUserVisibilityModes: readonly Visibility[];
  readonly allowDotsInUsernames: boolean;
  /** Days for which a name that was given up is kept from others; administrators may take it. */
  readonly usernameCooldownPeriod: number;
  /** 0: any number. */
  readonly maxUserRedirects: number;
  readonly noReplyAddress: string;
  readonly emailDomainAllowlist: readonly string[];
  readonly emailDomainBlocklist: readonly string[];
  readonly validSiteUrlSchemes: readonly string[];
  /** The name in clone addresses; we host no Git, but clients read the properties. */
  readonly sshDomain: string;
  /** Whether repositories have secrets, variables and runners of Actions; accounts have them in any case, as in Forgejo. */
  readonly actionsEnabled: boolean;
};
