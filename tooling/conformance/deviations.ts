/** A difference from the recorded Forgejo that is wanted. There is no other way to leave a case different. */
export type Deviation = {
  /** For the reader of the conformance report. */
  readonly reason: string;
  /** `strict`: gone with MINTMARK_COMPATIBILITY=forgejo. `both`: Forgejo's answer leaks, opens or breaks something. */
  readonly modes: "strict" | "both";
  /** Step number and place of each difference, with what comes there instead: `{ "2 status": 422 }`. */
  readonly differs: Readonly<Record<string, unknown>>;
};

const version = "16.0.0+gitea-1.22.0";
const swaggerUrl = "{{base}}/api/swagger";

/** By the case's id. One that no longer differs is an error, as is a further difference in a listed case. */
export const deviations: Readonly<Record<string, Deviation>> = {
  "AUT-02b": {
    reason: "The version names the release whose API is spoken; clients read it before anything else.",
    modes: "both",
    differs: Object.fromEntries([1, 3, 5, 7, 8, 10, 13].map((step) => [`${step} body.version`, version])),
  },
  "AUT-12a": {
    reason: "The text keeps `access token does not exist`, which clients look for, and does not repeat the token.",
    modes: "both",
    differs: { "1 body.message": "access token does not exist" },
  },
  "AUT-12b": {
    reason: "The text does not tell whether the user exists, and does not repeat the password.",
    modes: "both",
    differs: { "1 body.message": "user name or password is wrong\naccess token does not exist" },
  },
  "AUT-22b": {
    reason: "An address that nobody has as a user name is no internal error: the token is tried, else it is 401.",
    modes: "both",
    differs: { "1 status": 200, "2 status": 401 },
  },
  "AUT-24a": {
    reason: "The text keeps what names the cause, and does not repeat the password.",
    modes: "both",
    differs: {
      "1 body.message": "basic authentication by username & password is disabled\naccess token does not exist",
    },
  },
  "TOK-17d": {
    reason: "A repository that is named twice is stored and answered once.",
    modes: "both",
    differs: { "1 body.repositories.length": 1, "2 body[0].repositories.length": 1 },
  },
  "TOK-17e": {
    reason: "null in the place of a repository is refused with 422, not with an internal error.",
    modes: "both",
    differs: { "1 status": 422, "1 headers.content-type": "application/json;charset=utf-8" },
  },
  "PUB-11": {
    reason: "A site admin's public-only token has no power over a stranger's repository.",
    modes: "both",
    differs: {
      "8 status": 403,
      "8 headers.content-type": "application/json;charset=utf-8",
      "8 body": { message: "user should be the owner of the repo", url: swaggerUrl },
    },
  },
  "PUB-03": {
    reason: "A list does not count the private repositories that a public-only token may not know of.",
    modes: "both",
    differs: { "3 headers.x-total-count": "1" },
  },
  "FIN-03": {
    reason: "A list does not count the private repositories that a public-only token may not know of.",
    modes: "both",
    differs: { "3 headers.x-total-count": "1" },
  },
  "FIN-08": {
    reason: "A list does not count the private repositories that a public-only token may not know of.",
    modes: "both",
    differs: { "8 headers.x-total-count": "1" },
  },
  "PUB-09": {
    reason: "A public repository of an owner who is not public stays hidden from a public-only token.",
    modes: "both",
    differs: {
      "2 status": 404,
      "2 body": { message: "The target couldn't be found.", url: swaggerUrl, errors: [] },
      "3 status": 404,
      "3 body": { message: "The target couldn't be found.", url: swaggerUrl, errors: [] },
    },
  },
  "RES-15": {
    reason:
      "A public repository of an owner who is not public stays hidden from a restricted token that does not list it.",
    modes: "both",
    differs: {
      "5 status": 404,
      "5 body": { message: "The target couldn't be found.", url: swaggerUrl, errors: [] },
    },
  },
  "USR-65": {
    reason: "An unknown login source is the caller's mistake: 422, as on creation, not an internal error.",
    modes: "both",
    differs: { "1 status": 422 },
  },
  "USR-68": {
    reason: "An edit happens as a whole or not at all: a refused address leaves the old password in place.",
    modes: "strict",
    differs: {
      "2 status": 401,
      "2 body": { message: "user name or password is wrong\naccess token does not exist", url: swaggerUrl },
    },
  },
  "USE-58": {
    reason:
      "A search finds what has the text, and `%` and `_` are text: who looks a name up before acting on it gets no other account.",
    modes: "strict",
    differs: {
      "1 headers.x-total-count": "0",
      "1 body.data.length": 0,
      "2 headers.x-total-count": "0",
      "2 body.data.length": 0,
    },
  },
  "USE-14": {
    reason:
      "That the primary address cannot be deleted is told with 422, as to administrators; it is no internal error.",
    modes: "both",
    differs: {
      "6 status": 422,
      "6 body": { message: "Primary email address cannot be deleted [email: {{bot}}@example.org]", url: swaggerUrl },
    },
  },
  "OAP-09": {
    reason:
      "An edit of another user's application is answered like that of one that is not there, not with an internal error.",
    modes: "both",
    differs: {
      "2 status": 404,
      "2 body": { message: "The target couldn't be found.", url: swaggerUrl, errors: [] },
    },
  },
  "ADT-30": {
    reason: "An organization is nobody who acts, so it has no tokens.",
    modes: "both",
    differs: { "1 status": 422, "1 body": { message: "{{org}} is an organization not a user", url: swaggerUrl } },
  },
  "PUB-17": {
    reason: "A team of a private organization stays hidden from a public-only token, as the organization itself does.",
    modes: "both",
    differs: {
      "2 status": 403,
      "2 body": { message: "token scope is limited to public orgs", url: swaggerUrl },
    },
  },
  "ORG-04": {
    reason: "An edit can make a hidden organization public again; Forgejo takes the word for nothing said.",
    modes: "strict",
    differs: { "4 body.visibility": "public", "5 body.visibility": "public" },
  },
  "ORG-17": {
    reason: "That an organization still owns repositories is told with 422, not with an internal error.",
    modes: "both",
    differs: {
      "1 status": 422,
      "1 body": { message: "user still has ownership of repositories [uid: {{int}}]", url: swaggerUrl },
    },
  },
  "ORG-20": {
    reason: "A team that would be granted nothing is refused with 422, not with an internal error.",
    modes: "both",
    differs: { "3 status": 422, "3 body": { message: "units permission should not be empty", url: swaggerUrl } },
  },
  "ORG-25": {
    reason: "That the last owner cannot leave is told with 422, not with an internal error.",
    modes: "both",
    differs: Object.fromEntries(
      [2, 3].flatMap((step) => [
        [`${step} status`, 422],
        [`${step} body`, { message: "user is the last member of owner team [uid: {{int}}]", url: swaggerUrl }],
      ]),
    ),
  },
  "ACT-02": {
    reason: "A name that is too long is a bad name: 400, not an internal error.",
    modes: "both",
    differs: { "14 status": 400 },
  },
  "ACT-04": {
    reason: "A name that is too long is a bad name, and a taken one a conflict; neither is an internal error.",
    modes: "both",
    differs: { "10 status": 400, "23 status": 409 },
  },
  "AVA-01": {
    reason:
      "A file that is no picture, a cut one or a too large one is the caller's mistake: 422, not an internal error.",
    modes: "both",
    differs: Object.fromEntries(
      [
        [13, "image is not a PNG, JPEG, GIF or WebP picture"],
        [14, "image is not a PNG, JPEG, GIF or WebP picture"],
        [15, "image is larger than 4096 pixels a side"],
      ].flatMap(([step, message]) => [
        [`${step} status`, 422],
        [`${step} body`, { message, url: swaggerUrl }],
      ]),
    ),
  },
  "AVA-02": {
    reason: "A file that is no picture is the caller's mistake: 422, not an internal error.",
    modes: "both",
    differs: {
      "4 status": 422,
      "4 body": { message: "image is not a PNG, JPEG, GIF or WebP picture", url: swaggerUrl },
    },
  },
  "BLO-03": {
    reason: "Who was blocked is no collaborator any more, and does not read the private repository either.",
    modes: "both",
    differs: { "5 status": 404 },
  },
  "STA-01": {
    reason: "A list does not count to others the private repositories that they may not know of.",
    modes: "both",
    differs: { "23 headers.x-total-count": "0", "27 headers.x-total-count": "1" },
  },
  "STA-02": {
    reason: "A list does not count the private repositories that a public-only token may not know of.",
    modes: "both",
    differs: {
      "30 headers.x-total-count": "1",
      "32 headers.x-total-count": "0",
      "33 headers.x-total-count": "0",
    },
  },
};
