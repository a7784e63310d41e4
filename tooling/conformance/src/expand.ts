import type { Case, Fixtures, Step } from "./case.ts";

export type PlannedStep = {
  readonly step: Step;
  /** The fixture it belongs to, or its number in the case, from 1. */
  readonly origin: { readonly fixture: string } | { readonly number: number };
};

/**
 * The steps of a case behind those of the fixtures it uses: each fixture once, its own needs first.
 *
 * @throws Error for a fixture that does not exist.
 */
export function expand(one: Case, fixtures: Fixtures): PlannedStep[] {
  const planned: PlannedStep[] = [];
  const seen = new Set<string>();
  const use = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const fixture = fixtures[name];
    if (!fixture) throw new Error(`${one.id}: unknown fixture ${name}`);
    fixture.use.forEach(use);
    for (const step of fixture.steps) planned.push({ step, origin: { fixture: name } });
  };
  one.use.forEach(use);
  return [...planned, ...one.steps.map((step, index) => ({ step, origin: { number: index + 1 } }))];
}
