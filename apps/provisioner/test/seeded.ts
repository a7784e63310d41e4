/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** From 0 to 1, without 1. */
  next(): number;
  /** From 0 to `below`, without it. */
  whole(below: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
};

/** Marsaglia's xorshift, with the seed mixed so that neighbours differ. */
export function seeded(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  for (let warm = 0; warm < 8; warm += 1) next();
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (items) => asPicked(items[whole(items.length)]),
  };
}

/** `whole` stays below the length, so there is an item, which may itself be undefined. */
const asPicked = <Item>(item: Item | undefined): Item => item as Item;
