import { basename, dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { filesBelow, importsOf } from "./source-files.ts";

/**
 * What each room of the domain may know of the others: `uses` for their verbs, `tables` for their columns. One that is
 * not used any more has to go.
 */
const allowed: Record<string, { readonly uses: readonly string[]; readonly tables: readonly string[] }> = {
  "access-tokens": {
    uses: ["audit", "repositories", "row-counts", "users"],
    tables: ["audit", "repositories", "users"],
  },
  "action-runners": { uses: ["actions", "audit"], tables: [] },
  "action-secrets": { uses: ["actions", "audit"], tables: [] },
  "action-variables": { uses: ["actions", "audit"], tables: [] },
  // Whose the three before are, and what they are called.
  actions: { uses: ["organizations", "repositories", "users"], tables: ["repositories", "users"] },
  // What a provisioner reads of many accounts at once; the newest record of the audit names the state.
  accounts: { uses: ["access-tokens", "repositories", "users"], tables: ["access-tokens", "audit", "users"] },
  audit: { uses: ["users"], tables: [] },
  avatars: { uses: ["audit", "organizations", "repositories", "users"], tables: ["repositories", "users"] },
  // What a block ends and forbids.
  blocks: { uses: ["audit", "organizations", "users"], tables: ["follows", "repositories", "users", "watches"] },
  collaborators: { uses: ["audit", "blocks", "repositories", "users"], tables: ["repositories", "users"] },
  emails: { uses: ["audit", "row-counts", "users"], tables: ["users"] },
  follows: { uses: ["audit", "blocks", "users"], tables: ["users"] },
  hooks: { uses: ["audit", "organizations", "users"], tables: ["users"] },
  "idempotent-replays": { uses: [], tables: [] },
  "gpg-keys": { uses: ["audit", "users"], tables: ["users"] },
  instance: { uses: ["users"], tables: [] },
  issues: { uses: ["users"], tables: [] },
  "oauth2-applications": { uses: ["audit", "users"], tables: ["users"] },
  notifications: { uses: ["repositories", "users"], tables: [] },
  // An organization is a row of users, and its teams decide who may do what.
  organizations: { uses: ["audit", "repositories", "row-counts", "teams", "users"], tables: ["teams", "users"] },
  // Teams and memberships decide about access; the answer shows counts.
  repositories: {
    uses: ["audit", "organizations", "repository-transfers", "row-counts", "teams", "users"],
    tables: ["organizations", "row-counts", "stars", "teams", "users", "watches"],
  },
  // How many rows of the others there are, as triggers keep it.
  "row-counts": { uses: [], tables: [] },
  "ssh-keys": { uses: ["audit", "users"], tables: ["users"] },
  stars: { uses: ["audit", "repositories", "users"], tables: ["repositories", "users"] },
  "repository-transfers": {
    uses: ["audit", "blocks", "organizations", "repositories", "teams", "users"],
    tables: ["repositories", "teams", "users"],
  },
  "team-repositories": {
    uses: ["audit", "organizations", "repositories", "teams"],
    tables: ["repositories", "teams", "users"],
  },
  teams: { uses: ["audit", "organizations", "users"], tables: ["organizations", "repositories", "users"] },
  // Deleting a user deletes what he owns, and takes him out of organizations.
  users: { uses: ["audit", "organizations", "repositories", "row-counts"], tables: [] },
  watches: { uses: ["audit", "repositories", "users"], tables: ["repositories", "users"] },
};

const domain = "packages/domain/src";
const rooms = [...new Set(filesBelow(domain, "*/*.ts").map((path) => basename(dirname(path))))];

/** Files of the domain's front: they know the rooms, so no room may know them. */
const front = ["index.ts", "router.ts", "openapi.ts", "write-openapi.ts"];

describe("the rooms of the domain", () => {
  test("are seen by this test, and all in the table", () => {
    expect(rooms.length).toBeGreaterThan(2);
    expect(Object.keys(allowed).sort()).toEqual(rooms.sort());
  });

  test.each(rooms)("%s knows no more of the others than the table says, and no less", (room) => {
    const known = importsOfRoom(room).filter((path) => rooms.includes(roomOf(path)) && roomOf(path) !== room);
    const isTable = (path: string) => basename(path) === "table.ts";

    expect(namesOf(known.filter((path) => !isTable(path)))).toEqual(allowed[room]?.uses);
    expect(namesOf(known.filter(isTable))).toEqual(allowed[room]?.tables);
  });

  test.each(rooms)("%s knows nothing of the front", (room) => {
    const known = importsOfRoom(room).filter((path) => front.some((file) => path === join(domain, file)));

    expect(known).toEqual([]);
  });
});

/** The files that a room's sources import by a relative path, as paths from the root. Tests may look everywhere. */
function importsOfRoom(room: string): string[] {
  const files = filesBelow(`${domain}/${room}`, "**/*.ts").filter((path) => !path.endsWith(".test.ts"));
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap((path) =>
    importsOf(path)
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => join(dirname(path), specifier)),
  );
}

const roomOf = (path: string): string => basename(dirname(path));

const namesOf = (paths: readonly string[]): string[] => [...new Set(paths.map(roomOf))].sort();
