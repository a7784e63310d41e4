/** Where something was declared, so that a fault can name it. */
export type Place = { readonly file: string; readonly line: number };

/** One fault of a declaration: what is wrong and what would be right. */
export type Fault = Place & { readonly message: string };

/** A value written in the manifest, or the name of the environment variable that holds it. */
export type Setting = string | { readonly fromEnvironment: string };

export type Limits = {
  readonly requestsPerSecond?: number | undefined;
  /** Bots worked on at the same time. */
  readonly concurrency: number;
  /** The same where they share requests, and nothing else than files and those requests is needed for them. */
  readonly concurrencyShared: number;
  /** For one request, answer included. */
  readonly timeoutMs: number;
};

export type DeclaredCredential = {
  readonly fromFile: Setting;
  readonly account?: string;
  /** Undefined: the token in the file stays in force. */
  readonly rotation?: { readonly account: string; readonly name: string; readonly everyMs: number };
};

export type DeclaredTarget = {
  readonly name: string;
  /** What the server is expected to be. */
  readonly adapter?: "forgejo" | "mintmark";
  readonly url: Setting;
  readonly credential: DeclaredCredential;
  readonly limits: Limits;
  readonly at: { readonly url: Place; readonly credential: Place };
};

/** How long the old generation stays beside the new one. */
export type Overlap = {
  readonly atLeastMs: number;
  readonly atMostMs: number;
  /** Undefined: only `atMostMs` closes the overlap. */
  readonly closeWhenOldIdleForMs?: number;
};

type TimeOfDay = { readonly hour: number; readonly minute: number };

/** Opens on its days, 1 for Monday to 7 for Sunday; what closes no later than it opens closes on the next day. */
export type Window = {
  readonly days: readonly number[];
  readonly opens: TimeOfDay;
  readonly closes: TimeOfDay;
  /** As in the IANA's database: `Europe/Berlin`. */
  readonly timeZone: string;
};

export type Rotation = {
  readonly everyMs: number;
  /** A fraction: 0.2 delays a rotation by up to a fifth of `everyMs`. */
  readonly spread: number;
  /** When a rotation by age may begin. Undefined: at any time. */
  readonly windows?: readonly Window[];
};

/** Whose token a sink holds. */
export type SinkOwner = { readonly target: string; readonly account: string; readonly token: string };

export type DeclaredSink =
  | { readonly kind: "file"; readonly path: string; readonly keepPrevious?: boolean }
  | { readonly kind: "dotenv"; readonly path: string; readonly key: string }
  | {
      readonly kind: "exec";
      /** A path, or a name to be found in PATH. */
      readonly program: string;
      readonly args: readonly string[];
      readonly timeoutMs: number;
      /** Whether the program can tell what it holds. */
      readonly read: boolean;
      readonly passEnvironment: readonly string[];
      readonly owner: SinkOwner;
    }
  | { readonly kind: "vaultKv2"; readonly store: string; readonly path: string; readonly field: string }
  | {
      readonly kind: "kubernetesSecret";
      readonly store: string;
      readonly namespace: string;
      readonly name: string;
      readonly key: string;
      /** Takes the key from another field manager. */
      readonly takeOver: boolean;
    }
  | { readonly kind: "actionsSecret"; readonly target: string; readonly of: ActionsOwner; readonly name: string };

/** Whose workflows see an Actions secret: those of `owner/name`, or of every repository of an organization. */
export type ActionsOwner = { readonly repository: string } | { readonly organization: string };

/** Where a secret of ours lies. Read when it is needed, each time anew. */
export type SecretSource = { readonly fromFile: string } | { readonly fromEnvironment: string };

export type VaultAuth =
  | { readonly method: "token"; readonly token: SecretSource }
  | {
      readonly method: "appRole";
      readonly mount: string;
      readonly roleId: SecretSource;
      readonly secretId: SecretSource;
    }
  | { readonly method: "kubernetes"; readonly mount: string; readonly role: string; readonly jwt: SecretSource };

type StoreBase = { readonly name: string; readonly timeoutMs: number; readonly at: Place };

export type VaultStore = StoreBase & {
  readonly kind: "vault";
  readonly url: Setting;
  readonly mount: string;
  readonly namespace?: string;
  readonly caFile?: string;
  readonly auth: VaultAuth;
};

export type KubernetesStore = StoreBase & {
  readonly kind: "kubernetes";
  /** Undefined: as a pod, with the service account that the cluster mounts. */
  readonly kubeconfig?: SecretSource;
  readonly context?: string;
};

/** A place outside that several sinks use: its address and how to sign in there. */
export type DeclaredStore = VaultStore | KubernetesStore;

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
  /** The values of its set's `each` that made it. */
  readonly each?: Readonly<Record<string, string>>;
  readonly account: string;
  /** Undefined: not managed. */
  readonly fullName?: string;
  readonly email: string;
  readonly tokens: readonly DeclaredToken[];
  readonly onRemove: OnRemove;
};

/** What is declared, with every `each` expanded and every class resolved. */
export type Fleet = {
  readonly targets: readonly DeclaredTarget[];
  readonly stores: readonly DeclaredStore[];
  readonly bots: readonly DeclaredBot[];
};
