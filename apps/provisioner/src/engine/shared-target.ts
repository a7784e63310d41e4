import type { OpenTarget } from "../targets/open.ts";
import type { Target } from "../targets/target.ts";
import { type Around, wrapTarget } from "../targets/wrap-target.ts";

/** A target for all that one process does on it, so that what it does for many bots at one moment goes in one request. */
export type SharedTarget = {
  /** As it is declared and with the credential that is in force now. */
  readonly open: () => Promise<OpenTarget>;
  /** The same once it is known what the server can do. */
  readonly probe: () => Promise<Target>;
};

/** `openNow` sends nothing; the target it gives is taken only where it differs from the one at hand. */
export function sharedTarget(openNow: () => Promise<OpenTarget>, around: Around): SharedTarget {
  let shared: Shared | undefined;

  async function open() {
    const opened = await openNow();
    if (shared?.fingerprint !== opened.fingerprint) shared = toShared(opened, around);
    return { opened: { ...opened, target: shared.target }, shared };
  }
  return {
    open: async () => (await open()).opened,
    async probe() {
      const { target, probed } = (await open()).shared;
      await (probed() ?? target.probeServer());
      return target;
    },
  };
}

type Shared = {
  readonly fingerprint: string;
  readonly target: Target;
  readonly probed: () => Promise<unknown> | undefined;
};

function toShared({ fingerprint, target }: OpenTarget, around: Around): Shared {
  const wrapped = wrapTarget(target, around);
  let probed: Promise<unknown> | undefined;
  return {
    fingerprint,
    probed: () => probed,
    target: {
      ...wrapped,
      probeServer() {
        const probing = wrapped.probeServer();
        probed = probing;
        probing.catch(() => {
          if (probed === probing) probed = undefined;
        });
        return probing;
      },
    },
  };
}
