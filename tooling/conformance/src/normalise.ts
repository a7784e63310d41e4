import { decodeToken, type TokenReading } from "./signed-token.ts";
import { suffixOf, type Variables } from "./variables.ts";

export type Reading = {
  readonly baseUrl: string;
  readonly variables: Variables;
  /** `true` or the name of a member: read what a signed token says there; else it is `{{jwt}}`. */
  readonly decode: boolean | string;
};

/** The answer with everything that differs from run to run replaced by its name or kind. */
export function normalise(value: unknown, reading: Reading, key = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalise(item, reading, key));
    return key === "units" ? items.sort() : items; // Forgejo lists a team's units in any order.
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, normalise(item, reading, name)]));
  }
  if (typeof value === "number") return /(^|_)(id|uid)$/.test(key) && value > 0 ? "{{int}}" : value;
  return typeof value === "string" ? normaliseText(value, reading, key) : value;
}

function normaliseText(value: string, reading: Reading, key: string): unknown {
  if (key === "sub" && /^[1-9]\d*$/.test(value)) return "{{int string}}";
  const number = key === "x-total-count" ? undefined : nameOfNumber(value, reading.variables);
  if (number !== undefined) return `{{${number}}}`;
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return signedToken(value, reading, key);
  const named = withNames(value, reading);
  return kinds.reduce(
    (text, { in: keys, find, put }) => (keys && !keys.test(key) ? text : text.replace(find, put)),
    named,
  );
}

function signedToken(value: string, reading: Reading, key: string): unknown {
  if (reading.decode !== true && reading.decode !== key) return "{{jwt}}";
  const { signedByOurKey, header, claims }: TokenReading = decodeToken(value, reading.variables.known.get("jwks"));
  const inside: Reading = { ...reading, decode: false };
  return {
    header: normalise({ ...header, alg: "{{alg}}" }, inside),
    claims: normalise(claims, inside),
    ...(signedByOurKey === undefined ? {} : { signedByOurKey }),
  };
}

function nameOfNumber(text: string, { known }: Variables): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  for (const [name, value] of known) if (typeof value === "number" && String(value) === text) return name;
  return undefined;
}

function withNames(value: string, { baseUrl, variables }: Reading): string {
  let text = value.replaceAll(baseUrl, "{{base}}").replaceAll(encodeURIComponent(baseUrl), "{{base}}");
  const known = [...variables.known].flatMap(([name, one]) =>
    typeof one === "string" && one.length >= 4 ? [{ name, one }] : [],
  );
  known.sort((left, right) => right.one.length - left.one.length);
  for (const { name, one } of known) {
    const alone = new RegExp(`(?<![A-Za-z0-9])${escapeForPattern(one)}(?![A-Za-z0-9])`, "g");
    text = text.replaceAll(alone, `{{${name}}}`);
  }
  return text.replaceAll(suffixOf(variables), "{{n}}");
}

const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

type Kind = {
  /** The properties it is looked for in; everywhere when absent. */
  readonly in?: RegExp;
  readonly find: RegExp;
  readonly put: string;
};

// The order counts: it is that of the recording.
const kinds: readonly Kind[] = [
  {
    find: /\b(?!(?:0001|1970)-01-01T00:00:00Z)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g,
    put: "{{time}}",
  },
  { find: /\b[0-9a-f]{8}((-|%2D)[0-9a-f]{4}){3}(-|%2D)[0-9a-f]{12}\b/g, put: "{{uuid}}" },
  { find: /\bgto_[a-z2-7]{52}\b/g, put: "{{client_secret}}" },
  { find: /\bgta_[a-z2-7]{52}\b/g, put: "{{code}}" },
  { find: /\[(uid|org_id): [1-9]\d*/g, put: "[$1: {{int}}" },
  { find: /\/(keys|gpg_keys|teams|hooks|tokens|oauth2|repositories)\/[1-9]\d*\b/g, put: "/$1/{{int}}" },
  { in: /^sha1$/, find: /^[0-9a-f]{40}$/, put: "{{token}}" },
  { in: /^token_last_eight$/, find: /^[0-9a-f]{8}$/, put: "{{last_eight}}" },
  { in: /^fingerprint$/, find: /^SHA256:[\w+/]{43}$/, put: "{{fingerprint}}" },
  { in: /^(avatar_url|picture)$/, find: /^.*$/s, put: "{{avatar_url}}" },
  { in: /^(kid|n|x|y)$/, find: /^[\w-]{20,}$/, put: "{{key}}" },
];
