import { describe, expect, test } from "vitest";
import { oauthScopes } from "./oauth.ts";
import { formatScopes } from "./scope-set.ts";

const kept = (grantScope: string, fallbackToAll = false) => formatScopes(oauthScopes(grantScope, { fallbackToAll }));

describe("oauthScopes", () => {
  test.each([
    { grant: "openid profile email all", scopes: ["all"] },
    { grant: "read:user write:issue public-only", scopes: ["public-only", "write:issue", "read:user"] },
    { grant: "openid  read:user ", scopes: ["read:user"] },
    { grant: "read:user read:invalid_scope repo", scopes: ["read:user"] },
    { grant: "public-only", scopes: ["public-only"] },
  ])("$grant gives $scopes, with the fallback or without", ({ grant, scopes }) => {
    expect(kept(grant)).toEqual(scopes);
    expect(kept(grant, true)).toEqual(scopes);
  });

  test.each([
    "",
    "openid profile email groups",
    "read:invalid_scope",
    "read:user,write:issue",
    "read:user\twrite:issue",
    "READ:USER",
    "repository",
    "sudo",
  ])("%j opens nothing, and everything only with the fallback", (grant) => {
    expect(kept(grant)).toEqual([]);
    expect(kept(grant, true)).toEqual(["all"]);
  });
});
