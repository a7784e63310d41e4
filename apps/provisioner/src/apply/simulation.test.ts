import { describe, expect, test } from "vitest";
import { aBot, aToken, dayMs } from "../../test/declared.ts";
import { addForeignToken, checkQuiet, settle, watchInvariants } from "../../test/simulation/invariants.ts";
import { simulate } from "../../test/simulation/simulate.ts";
import { type EffectNumber, effectNumbers, type Outcomes, outcomes, strikeAt } from "../../test/simulation/strikes.ts";
import { aSimulation, leaseMs, type Simulation } from "../../test/simulation/world.ts";
import type { DeclaredBot } from "../fleet/fleet.ts";

const sinks = [
  { kind: "file", path: "/secrets/main" },
  { kind: "dotenv", path: "/secrets/.env", key: "TOKEN" },
] as const;
const wordings = [["write:repository"], ["read:repository"]];

/** The bot before the first rotation, after it, after the next one, and so on. */
const declaredFor = (rotation: number, overlapMs: number): DeclaredBot =>
  aBot({
    tokens: [
      aToken({
        sinks,
        scopes: wordings[rotation % 2] ?? [],
        ...(overlapMs > 0 && { overlap: { atLeastMs: 0, atMostMs: overlapMs } }),
      }),
    ],
  });

type Schedule = readonly (readonly [EffectNumber, Outcomes & { readonly landsAfter?: number }])[];

const single = effectNumbers.flatMap((effect) => outcomes.map((outcome) => [effect, outcome] as const));

/** One rotation after the other, each with the next fault of the schedule, until all of them have struck; then peace. */
async function rotateUnder(
  schedule: Schedule,
  { showsMore = false, overlapMs = 0, goesOn = false } = {},
): Promise<string | undefined> {
  const simulation = aSimulation({ showsMore });
  let bot = declaredFor(0, overlapMs);
  await simulation.run([bot]);
  addForeignToken(simulation, bot.account, new Date(0));
  watchInvariants(simulation, () => [bot], new Set());
  let rotation = 0;
  for (const [effect, outcome] of schedule) {
    const strike = strikeAt(effect, outcome);
    // A repair does not come by every effect; the next rotation does.
    for (let run = 0; run < 8 && !strike.wasHit(); run += 1) {
      if ((await simulation.planNow([bot])).actions.length === 0) {
        rotation += 1;
        bot = declaredFor(rotation, overlapMs);
      }
      await simulation.run([bot], "worker", { strikes: [strike] });
      if (strike.wasHit()) break;
      await simulation.wait(run % 2 === 0 ? leaseMs + 1 : dayMs);
    }
    if (!strike.wasHit()) return `effect ${effect} did not come`;
    // The next rotation comes while what was under way may still arrive.
    for (let run = 0; goesOn && run < 3; run += 1) {
      rotation += 1;
      bot = declaredFor(rotation, overlapMs);
      await simulation.run([bot]);
    }
  }
  await settle(simulation, [bot]);
  await checkQuiet(simulation, [bot]);
  return violationOf(simulation);
}

const violationOf = (simulation: Simulation): string | undefined => simulation.violation()?.message;

const told = (schedule: Schedule): string =>
  schedule
    .map(
      ([effect, { happens, survives }]) =>
        `${effect} ${happens ? "done" : "not done"}, ${survives ? "error" : "killed"}`,
    )
    .join("; ");

async function violationsOf(
  schedules: readonly Schedule[],
  options?: { showsMore?: boolean; overlapMs?: number; goesOn?: boolean },
) {
  const violations: string[] = [];
  for (const schedule of schedules) {
    const violation = await rotateUnder(schedule, options).catch(String);
    if (violation !== undefined) violations.push(`${told(schedule)}: ${violation}`);
  }
  return violations;
}

describe("a rotation of seven effects, each of which may happen or not, and be survived or not", () => {
  const singles = single.map((one) => [one]);
  const doubles = single.flatMap((first) => single.map((second) => [first, second]));

  test("has 28 schedules with one fault and 784 with two", () => {
    expect([singles.length, doubles.length]).toEqual([28, 784]);
  });

  test.each([
    ["a Forgejo", { showsMore: false }],
    ["a Mintmark", { showsMore: true }],
    ["an overlap", { overlapMs: dayMs }],
  ])("on %s keeps a living token in every sink through each of the 28, and ends with one", async (_name, options) => {
    expect(await violationsOf(singles, options)).toEqual([]);
  });

  test.each([0, dayMs])(
    "and when what a killed worker had sent arrives at any later moment, overlap %i",
    async (overlapMs) => {
      const late = effectNumbers.flatMap((effect) =>
        Array.from({ length: 80 }, (_, landsAfter) => [
          [effect, { happens: false, survives: false, landsAfter }] as const,
        ]),
      );

      expect(await violationsOf(late, { overlapMs, goesOn: true })).toEqual([]);
    },
  );

  test("and through each of the 784", async () => {
    expect(await violationsOf(doubles)).toEqual([]);
  });

  test("and through each of the 784 with an overlap", async () => {
    expect(await violationsOf(doubles, { overlapMs: dayMs })).toEqual([]);
  });
});

describe("days in which anything may go wrong", () => {
  test("end as they must, for each of 400 seeds", async () => {
    const broken = [];
    for (let seed = 1; seed <= 400; seed += 1) {
      const { violation, acts } = await simulate(seed);
      if (violation !== undefined) broken.push({ seed, violation, acts });
    }

    expect(broken).toEqual([]);
  });

  // What a sealed token was limited to is declared no more: it was tried on what it could not show, for ever.
  test.each([11958, 17801, 500913])("end as they must, for seed %d, which once did not", async (seed) => {
    expect((await simulate(seed)).violation).toBeUndefined();
  });

  test("are the same for the same seed", async () => {
    expect(await simulate(7)).toEqual(await simulate(7));
  });
});
