export { describeScope } from "./describe.ts";
export { oauthScopes } from "./oauth.ts";
export { allows, allowsAll, levelOfMethod, missingScopeMessage, requiredScopes } from "./requirement.ts";
export { checkRestriction } from "./restriction.ts";
export {
  type Category,
  type CategoryScope,
  categories,
  InvalidScopeError,
  isScope,
  type Level,
  levels,
  type Scope,
  type ScopeSet,
  scopeWords,
  splitScope,
} from "./scope.ts";
export { formatScopes, isEmpty, normalizeScopes, parseScopes } from "./scope-set.ts";
