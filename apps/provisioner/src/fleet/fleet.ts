/** Where something was declared, so that a fault can name it. */
export type Place = { readonly file: string; readonly line: number };

/** One fault of a declaration: what is wrong and what would be right. */
export type Fault = Place & { readonly message: string };

/** A value written in the manifest, or the name of the environment variable that holds it. */
export type Setting = string | { readonly fromEnvironment: string };

export type Limits = { readonly requestsPerSecond?: number | undefined; readonly concurrency: number };

export type DeclaredTarget = {
  readonly name: string;
  /** What the server is expected to be. */
  readonly adapter?: "forgejo" | "mintmark";
  readonly url: Setting;
  readonly credential: { readonly fromFile: Setting; readonly account?: string };
  readonly limits: Limits;
  readonly at: Place;
};

/** How long the old generation stays beside the new one. */
export type Overlap = {
  readonly atLeastMs: number;
  readonly atMostMs: number;
  /** Undefined: only `atMostMs` closes the overlap. */
  readonly closeWhenOldIdleForMs?: number;
};

/** `spread` is a fraction: 0.2 delays a rotation by up to a fifth of `everyMs`. */
export type Rotation = { readonly everyMs: number; readonly spread: number };

export type DeclaredSink =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "dotenv"; readonly path: string; readonly key: string };

export type DeclaredToken = {
  readonly name: string;
  /** Normalised, in Forgejo's order. */
  readonly scopes: readonly string[];
  /** `owner/name`; undefined: not restricted. */
  readonly repositories?: readonly string[];
  readonly lifetimeMs?: number;
  readonly rotation?: Rotation;
  /** Undefined: the old generation is deleted as soon as the new one is delivered. */
  readonly overlap?: Overlap;
  readonly sinks: readonly DeclaredSink[];
};

export type OnRemove = { readonly disable: boolean; readonly deleteAfterMs?: number };

export type DeclaredBot = {
  readonly target: string;
  readonly set: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly account: string;
  /** Undefined: not managed. */
  readonly fullName?: string;
  readonly email: string;
  readonly tokens: readonly DeclaredToken[];
  readonly onRemove: OnRemove;
};

/** What is declared, with every `each` expanded and every class resolved. */
export type Fleet = { readonly targets: readonly DeclaredTarget[]; readonly bots: readonly DeclaredBot[] };
