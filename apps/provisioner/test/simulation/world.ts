import { apply, type Outcome } from "../../src/apply/apply.ts";
import type { Effects } from "../../src/apply/effects.ts";
import type { DeclaredBot, DeclaredSink } from "../../src/fleet/fleet.ts";
import type { Journal } from "../../src/journal/journal.ts";
import type { Leases } from "../../src/journal/lease.ts";
import { leaveOutNews } from "../../src/leave-out-news.ts";
import { observe } from "../../src/observe.ts";
import { plan } from "../../src/plan/plan.ts";
import { takeoversOf } from "../../src/plan-bot.ts";
import { remember } from "../../src/remember.ts";
import { checkRepositoryAccess } from "../../src/repository-access/check.ts";
import { type Sink, sinkKey } from "../../src/sinks/sink.ts";
import { SinkError } from "../../src/sinks/sink-error.ts";
import { TargetError } from "../../src/targets/target-error.ts";
import { modelJournal } from "../model-journal.ts";
import { type ModelSession, modelLeases } from "../model-leases.ts";
import { modelTarget } from "../model-target.ts";
import { mortalLeases } from "../mortal-leases.ts";
import type { Random } from "../seeded.ts";
import type { Strike } from "./strikes.ts";

export const leaseMs = 60_000;

class Crash extends Error {
  override readonly name = "Crash";
}

type Call = (...parameters: never[]) => Promise<unknown>;

export type WorkerOptions = {
  readonly strikes?: readonly Strike[];
  /** The worker stands still for so long before this call of its, counted from 0. */
  readonly stall?: { readonly at: number; readonly ms: number };
  /** Its session breaks before this call of its, counted from 0, and it goes on with another one. */
  readonly losesSessionAt?: number;
};

export type SimulationOptions = {
  readonly showsMore: boolean;
  /** Decides who is next when several work at once. Undefined: nobody ever waits. */
  readonly random?: Random;
};

/** A server, sinks, a journal, leases and a clock in memory, and any number of workers on them. */
export function aSimulation({ showsMore, random }: SimulationOptions) {
  let time = Date.parse("2026-01-01T00:00:00Z");
  let skewMs = 0;
  const now = (): Date => new Date(time + skewMs);
  const server = modelTarget({ showsMore, now });
  const leases = modelLeases(() => new Date(time), leaseMs);
  const journal = modelJournal(now, leases.fenceOf);
  const held = new Map<string, string>();
  const broken = new Set<string>();
  const log: string[] = [];
  let check: () => void = () => {};
  let violation: Error | undefined;

  let isLanding = false;
  const look = (): void => {
    // What arrives late is known to be late only when it is there.
    if (isLanding) return;
    try {
      check();
    } catch (error) {
      violation ??= error instanceof Error ? error : new Error(String(error));
    }
  };
  const inFlight: { readonly run: () => Promise<unknown>; readonly told: string; left: number }[] = [];
  const lateTokens = new Set<number>();
  /** What killed workers had sent arrives; `all`: whatever is on its way. */
  const land = async (all: boolean): Promise<void> => {
    for (const flying of [...inFlight]) {
      flying.left -= 1;
      if (!all && flying.left > 0) continue;
      inFlight.splice(inFlight.indexOf(flying), 1);
      const before = new Set(server.tokens().map(({ id }) => id));
      isLanding = true;
      // To whom it would fail is gone.
      await flying.run().catch(() => {});
      for (const { id } of server.tokens()) if (!before.has(id)) lateTokens.add(id);
      isLanding = false;
      log.push(`late: ${flying.told}`);
      look();
    }
  };
  const yieldToOthers = async (): Promise<void> => {
    for (let hops = random?.whole(12) ?? 0; hops > 0; hops -= 1) await undefined;
  };

  const openSink = (declared: DeclaredSink): Sink => {
    const place = sinkKey(declared);
    const refuseBroken = (): void => {
      if (broken.has(place)) throw new SinkError(`${place} is down`, { isTransient: true });
    };
    const write = async (plaintext: string): Promise<string> => {
      refuseBroken();
      held.set(place, plaintext);
      return "written";
    };
    if (declared.kind === "actionsSecret") return { write };
    return {
      write,
      async read() {
        refuseBroken();
        return held.get(place);
      },
    };
  };

  /** One worker, alive until a strike kills it. */
  function aWorker(
    name: string,
    { strikes = [], stall, losesSessionAt }: WorkerOptions,
  ): Effects & { readonly leases: Leases } {
    let calls = 0;
    let isDead = false;
    let session: ModelSession = { isOver: false };
    const left = [...strikes];

    async function effect(call: string, run: () => Promise<unknown>, told = call): Promise<unknown> {
      await yieldToOthers();
      if (isDead) throw new Crash(`${name} is dead`);
      if (stall?.at === calls) {
        time += stall.ms;
        for (let hops = 40; hops > 0; hops -= 1) await yieldToOthers();
      }
      if (losesSessionAt === calls) {
        session.isOver = true;
        for (let hops = 40; hops > 0; hops -= 1) await yieldToOthers();
        session = { isOver: false };
      }
      calls += 1;
      await land(false);
      const index = left.findIndex((one) => one.hits(call));
      const [strike] = index < 0 ? [] : left.splice(index, 1);
      if (!strike || strike.happens) {
        const result = await run();
        look();
        log.push(`${name}: ${told}${strike ? (strike.survives ? ", answer lost" : ", killed") : ""}`);
        if (!strike) return result;
      } else log.push(`${name}: ${told} not done, ${strike.survives ? "error" : "killed"}`);
      const { landsAfter, survives, happens } = strike;
      if (landsAfter !== undefined && !survives && !happens) inFlight.push({ run, told, left: landsAfter });
      isDead = !strike.survives;
      if (isDead) session.isOver = true;
      throw strike.survives ? new TargetError("unreachable", `no answer to ${call}`) : new Crash(call);
    }
    const through = <Door extends Record<string, Call>>(door: Door): Door =>
      asDoor<Door>(
        Object.fromEntries(
          Object.entries(door).map(([call, run]) => [
            call,
            (...parameters: never[]) => effect(call, () => run(...parameters), tell(call, parameters)),
          ]),
        ),
      );
    const throughJournal = ({ under, ...calls_ }: Journal): Journal => ({
      ...through(calls_),
      under: (lease) => throughJournal(under(lease)),
    });
    const own = mortalLeases(
      leases.of(name, () => session),
      () => isDead,
    );
    return {
      now,
      async pause(ms) {
        await yieldToOthers();
        time += ms;
      },
      target: through(server.target),
      journal: throughJournal(journal),
      openSink: (declared) => asDoor<Sink>(through(asDoor<Record<string, Call>>(openSink(declared)))),
      leases: {
        ...own,
        async acquire(target, account) {
          await yieldToOthers();
          if (isDead) throw new Crash(`${name} is dead`);
          return own.acquire(target, account);
        },
      },
    };
  }

  async function planNow(bots: readonly DeclaredBot[], door: Pick<Effects, "target" | "journal" | "openSink">) {
    // Before anything else is asked, so that whoever worked meanwhile shows.
    const before = await leases.of("any").list("forge");
    const known = await remember(door.journal, "forge");
    const accounts = [...bots, ...known.bots].map((bot) => bot.account);
    const seen = await observe(door.target, door.openSink, bots, accounts, 1);
    const observed = await leaveOutNews(seen, known, door.journal);
    const access = await checkRepositoryAccess({ ...door, now: now() }, bots, observed, known, {
      concurrency: 1,
      asks: "some",
    });
    const remembered = { ...known, repositoryAccess: access.known };
    const options = { now: now(), prune: false, takeovers: takeoversOf(before) };
    return { plan: plan(bots, observed, remembered, options), remembered, before };
  }

  return {
    server,
    journal,
    held,
    broken,
    log,
    /** All that a worker, named so, does in one run. Undefined: it died before it had a plan. */
    async run(
      bots: readonly DeclaredBot[],
      name = "worker",
      options: WorkerOptions = {},
    ): Promise<Outcome | undefined> {
      const effects = aWorker(name, options);
      try {
        const planned = await planNow(bots, effects);
        const basis = { ...planned, bots, remembered: planned.remembered.bots, leases: planned.before, prune: false };
        return await apply(effects, basis, { concurrency: 1 });
      } catch (error) {
        if (error instanceof Crash || error instanceof TargetError) return undefined;
        throw error;
      }
    },
    planNow: async (bots: readonly DeclaredBot[]) =>
      (await planNow(bots, { target: server.target, journal, openSink })).plan,
    /** What is on its way arrives before the time has passed. */
    async wait(ms: number): Promise<void> {
      await land(true);
      time += ms;
    },
    isLate: (id: number): boolean => lateTokens.has(id),
    /** The clock that the journal is told of jumps; leases live by another. */
    jump(ms: number): void {
      skewMs += ms;
    },
    /** Called after every effect. What it throws first is the violation. */
    watch(toCheck: () => void): void {
      check = toCheck;
    },
    violation: (): Error | undefined => violation,
    look,
  };
}

export type Simulation = ReturnType<typeof aSimulation>;

/** A call with what it is about, for whoever reads a schedule that broke something. */
function tell(call: string, [first, second]: readonly unknown[]): string {
  const about = [first, second].map((one) => {
    if (typeof one !== "object" || one === null)
      return typeof one === "string" || typeof one === "number" ? String(one).slice(-8) : "";
    const { account, generation, name } = Object(one);
    return [account, name, generation].filter((part) => part !== undefined).join(" g");
  });
  return [call, ...about].join(" ").trim();
}

/** `Object.fromEntries` forgets which names it was given. */
const asDoor = <Door>(door: unknown): Door => door as Door;
