// Generated from openapi.json by `npm run generate`. Do not edit.

/** What an operation's successful answers hold, by status: a schema's name, with `[]` for a list of it, or "" for no body. */
export const operations: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "GET /api/v1/users/{username}/tokens": { 200: "AccessToken[]" },
  "POST /api/v1/users/{username}/tokens": { 201: "AccessToken" },
  "DELETE /api/v1/users/{username}/tokens/{token}": { 204: "" },
  "POST /api/mintmark/v1/users/{username}/tokens/{token}/rotate": { 201: "AccessToken" },
  "GET /api/v1/admin/users/{username}/tokens": { 200: "AccessToken[]" },
  "POST /api/v1/admin/users/{username}/tokens": { 201: "AccessToken" },
  "DELETE /api/v1/admin/users/{username}/tokens/{token}": { 204: "" },
  "POST /api/mintmark/v1/admin/users/{username}/tokens/{token}/rotate": { 201: "AccessToken" },
  "GET /api/v1/user/emails": { 200: "Email[]" },
  "POST /api/v1/user/emails": { 201: "Email[]" },
  "DELETE /api/v1/user/emails": { 204: "" },
  "GET /api/v1/admin/users/{username}/emails": { 200: "Email[]" },
  "DELETE /api/v1/admin/users/{username}/emails": { 204: "" },
  "GET /api/v1/admin/emails": { 200: "Email[]" },
  "GET /api/v1/admin/emails/search": { 200: "Email[]" },
  "GET /api/v1/version": { 200: "ServerVersion" },
  "GET /api/v1/settings/api": { 200: "GeneralAPISettings" },
  "GET /api/mintmark/v1/capabilities": { 200: "Capabilities" },
  "GET /api/v1/user/repos": { 200: "Repository[]" },
  "POST /api/v1/user/repos": { 201: "Repository" },
  "GET /api/v1/users/{username}/repos": { 200: "Repository[]" },
  "GET /api/v1/repositories/{id}": { 200: "Repository" },
  "GET /api/v1/repos/search": { 200: "object" },
  "GET /api/v1/repos/{owner}/{repo}": { 200: "Repository" },
  "DELETE /api/v1/repos/{owner}/{repo}": { 204: "" },
  "GET /api/v1/user": { 200: "User" },
  "GET /api/v1/users/search": { 200: "object" },
  "GET /api/v1/users/{username}": { 200: "User" },
  "GET /api/v1/admin/users": { 200: "User[]" },
  "POST /api/v1/admin/users": { 201: "User" },
  "DELETE /api/v1/admin/users/{username}": { 204: "" },
  "PATCH /api/v1/admin/users/{username}": { 200: "User" },
  "POST /api/v1/admin/users/{username}/rename": { 204: "" },
};

/** The property that a body of each named schema is recognised by: the first one that the schema requires. */
export const recognisedBy: Readonly<Record<string, string>> = {
  AccessToken: "id",
  Capabilities: "server",
  Email: "email",
  GeneralAPISettings: "max_response_items",
  Repository: "id",
  ServerVersion: "version",
  User: "id",
};
