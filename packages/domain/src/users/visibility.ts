import type { Principal } from "../principal.ts";
import type { User } from "./table.ts";

type Viewer = Pick<Principal, "user"> | undefined;

const isSelfOrAdmin = (viewer: Viewer, user: User): boolean =>
  viewer !== undefined && (viewer.user.id === user.id || viewer.user.isAdmin);

/** Public: everybody. Limited: whoever is signed in and not a restricted user. Private: the user and administrators. */
export function canSeeUser(viewer: Viewer, user: User): boolean {
  if (user.visibility === "public" || isSelfOrAdmin(viewer, user)) return true;
  return user.visibility === "limited" && viewer !== undefined && !viewer.user.isRestricted;
}

/** Whether the viewer gets the properties that are withheld from third parties. */
export const seesEverythingOf = isSelfOrAdmin;
