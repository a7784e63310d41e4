/** The seven effects of a rotation: the call that each begins with, and the call that came before it. */
const effectsOfRotation = {
  1: { call: "recordIntent" },
  2: { call: "createToken" },
  3: { call: "recordCreated" },
  4: { call: "write" },
  5: { call: "read", after: "write" },
  6: { call: "recordDelivered" },
  7: { call: "deleteToken", after: "recordDelivered" },
} as const satisfies Record<number, { call: string; after?: string }>;

export type EffectNumber = keyof typeof effectsOfRotation;

export const effectNumbers: readonly EffectNumber[] = [1, 2, 3, 4, 5, 6, 7];

export const outcomes: readonly Outcomes[] = [
  { happens: false, survives: false },
  { happens: true, survives: false },
  { happens: true, survives: true },
  { happens: false, survives: true },
];

/** The first time that the effect comes, it goes wrong. `wasHit` tells whether it came. */
export function strikeAt(
  effect: EffectNumber,
  outcome: Outcomes & Pick<Strike, "landsAfter">,
): Strike & { readonly wasHit: () => boolean } {
  const { call: wanted, after }: { call: string; after?: string } = effectsOfRotation[effect];
  let isDue = after === undefined;
  let hit = false;
  return {
    ...outcome,
    wasHit: () => hit,
    hits(call) {
      const isIt: boolean = isDue && !hit && call === wanted;
      isDue ||= call === after;
      hit ||= isIt;
      return isIt;
    },
  };
}

/** How one effect goes wrong. `survives`: the process hears of an error; else it is killed there. */
export type Outcomes = { readonly happens: boolean; readonly survives: boolean };

export type Strike = Outcomes & {
  /** Whether this call is the one. Asked for each call until it says yes once. */
  readonly hits: (call: string) => boolean;
  /** Not done when the process was killed, but on its way: it happens so many effects of others later. */
  readonly landsAfter?: number;
};
