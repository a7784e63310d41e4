import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { aCommandWorld, unique } from "../../test/command-world.ts";
import { startFaultProxy } from "../../test/fault-proxy.ts";
import { startInterruptingProxy } from "../../test/interrupting-proxy.ts";
import { deliverProgram } from "../../test/kill-points.ts";
import { type LogLine, startRun } from "../../test/mintmark.ts";
import { startPooler } from "../../test/pooler.ts";
import { parseCommandLine } from "../command-line.ts";
import { runCommand } from "../run-command.ts";

const world = aCommandWorld();

function start(manifest: string, ...args: string[]) {
  const run = startRun(["-f", manifest, "--every", "1s", ...args], world.env());
  onTestFinished(async () => {
    run.child.kill("SIGKILL");
    await run.ended;
  });
  return run;
}

const isDone =
  (what: string) =>
  (line: LogLine): boolean =>
    line.event === "bot.action" && line.what === what;

describe("run", () => {
  test("makes a fleet, heals what is harmed, and stops when it is told to", async () => {
    const names = [unique("run-a"), unique("run-b")];
    const [first = ""] = names;
    const manifest = await world.manifest(names.map((name) => ({ name })));
    const run = start(manifest);
    for (const name of names) await run.until(isDone(`issue token ${name}/main.g1`));
    for (const name of names) expect(await world.whois(await world.held(name))).toBe(name);

    await world.authority().ask("DELETE", `/api/v1/admin/users/${first}/tokens/main.g1`);
    await run.until(isDone(`issue token ${first}/main.g2`));
    const ran = await run.stop();

    expect(ran.code, ran.err).toBe(0);
    expect(ran.out).toContain("run.stopped");
    expect(await world.whois(await world.held(first))).toBe(first);
    expect(ran.out + ran.err).not.toContain(await world.held(first));
  });

  test("works on many bots in few requests, and looks at what did not change in fewer", async () => {
    const names = Array.from({ length: 24 }, () => unique("run-many"));
    const proxy = await startFaultProxy({ upstream: world.authority().url, stallMs: 0 });
    onTestFinished(proxy.stop);
    world.setEnv({ MINTMARK_ROOT_URL: proxy.url });
    const run = start(await world.manifest(names.map((name) => ({ name }))));

    for (const name of names) await run.until(isDone(`issue token ${name}/main.g1`));
    const made = proxy.answers.filter((answer) => answer.startsWith("POST"));
    const isLook = (line: LogLine): boolean => line.event === "target.looked";
    const state = "GET /api/mintmark/v1/admin/state";
    let looked: string[] = [];
    // The authority writes last uses down a while after they were, and then something did change.
    for (let seen = run.lines.length; !looked.includes(`${state} 304`) || looked.includes(`${state} 200`); ) {
      const line = await run.until(isLook, seen);
      seen = run.lines.indexOf(line) + 1;
      looked = proxy.answers.splice(0);
    }

    expect(new Set(made)).toEqual(
      new Set(["POST /api/mintmark/v1/admin/accounts/batch 200", "POST /api/mintmark/v1/admin/tokens/batch 200"]),
    );
    expect(made.length).toBeLessThan(names.length);
    expect(new Set(looked)).toEqual(new Set(["GET /api/mintmark/v1/capabilities 200", `${state} 304`]));
  });

  test("does not ask again about bots on which nobody worked since it looked", async () => {
    const names = Array.from({ length: 24 }, () => unique("run-once"));
    const proxy = await startFaultProxy({ upstream: world.authority().url, stallMs: 0 });
    onTestFinished(proxy.stop);
    world.setEnv({ MINTMARK_ROOT_URL: proxy.url });
    const run = start(await world.manifest(names.map((name) => ({ name }))), "--every", "1h");

    for (const name of names) await run.until(isDone(`issue token ${name}/main.g1`));

    expect(proxy.answers.filter((answer) => answer.includes("/admin/state"))).toEqual([
      "GET /api/mintmark/v1/admin/state 200",
    ]);
    for (const name of names) expect(await world.whois(await world.held(name))).toBe(name);
  });

  test("has bots that need files alone wait for no program, as apply does, unless the manifest limits all alike", async () => {
    const names = ["file", "program", "limited"].map((word) => unique(`run-${word}`));
    const [file = "", program = "", limited = ""] = names;
    const manifest = await world.manifest([{ name: file }, { name: program }]);
    const text = await readFile(manifest, "utf8");
    await writeFile(world.at("deliver.mjs"), deliverProgram);
    const args = JSON.stringify([world.at("deliver.mjs"), world.at("delivered"), world.at("gate")]);
    const exec = `{ exec: { program: ${process.execPath}, args: ${args}, read: true } }`;
    const others = await world.manifest([{ name: limited }]);
    const ofOthers = (await readFile(others, "utf8")).replace("spec: { url", "spec: { limits: { concurrency: 8 }, url");
    await writeFile(manifest, `${text.replace(`{ file: { path: ${program} } }`, exec)}---\n${ofOthers}`);

    const run = start(manifest);
    for (const name of names) await run.until(isDone(`issue token ${name}/main.g1`));
    const jobs = await world.sql()<{ account: string; isTogether: boolean }[]>`
      select data->>'account' as account, name like '%/together' as "isTogether" from provisioner_jobs.job
      where data->>'account' in ${world.sql()(names)}`;

    expect(Object.fromEntries(jobs.map(({ account, isTogether }) => [account, isTogether]))).toEqual({
      [file]: true,
      [program]: false,
      [limited]: false,
    });
  });

  test("tells in its log and metrics how many old tokens are still in use, until they are not", async () => {
    const name = unique("run-old");
    const rotation = "{ every: 30d, overlap: { atLeast: 1h, atMost: 2h } }";
    const manifest = await world.manifest([{ name, rotation }]);
    await world.here("apply", "-f", manifest, "--yes");
    const old = await world.held(name);
    await world.here("rotate", `${name}/main`, "-f", manifest, "--yes");
    world.setEnv({ MINTMARK_PROVISIONER_METRICS_PORT: "0" });
    const run = start(manifest);
    const { url } = await run.until((line) => line.event === "metrics.listening");
    const read = async (): Promise<string> => (await fetch(String(url))).text();
    await run.until((line) => line.event === "target.looked");
    const before = await read();

    await world.whois(old);
    const told = await run.until((line) => line.event === "target.stragglers");
    const during = await read();
    await world.authority().ask("DELETE", `/api/v1/admin/users/${name}/tokens/main.g1`);
    await run.until((line) => line.event === "bot.action");
    await run.until((line) => line.event === "target.looked", run.lines.length);

    expect(before).toMatch(/^mintmark_stragglers\{target="[^"]+"\} 0$/m);
    expect(told).toMatchObject({ count: 1, oldestSince: expect.any(String) });
    expect(during).toMatch(/^mintmark_stragglers\{target="[^"]+"\} 1$/m);
    expect(during).toMatch(/^mintmark_oldest_straggler_timestamp_seconds\{target="[^"]+"\} \d+/m);
    const after = await read();
    expect(after).toMatch(/^mintmark_stragglers\{target="[^"]+"\} 0$/m);
    expect(after).not.toMatch(/^mintmark_oldest_straggler_timestamp_seconds\{/m);
  });

  test("tells what an edit of the manifest did: that it is in force, or that the last good one stays, and why", async () => {
    const [first, second] = [unique("run-edit"), unique("run-edit")];
    const path = await world.manifest([{ name: first }]);
    const good = await readFile(path, "utf8");
    const other = (await readFile(await world.manifest([{ name: second }]), "utf8")).replace(
      "spec: { url",
      "spec: { limits: { concurrency: 2 }, url",
    );
    world.setEnv({ MINTMARK_PROVISIONER_METRICS_PORT: "0" });
    const run = start(path);
    const { url } = await run.until((line) => line.event === "metrics.listening");
    await run.until(isDone(`issue token ${first}/main.g1`));

    await writeFile(path, `${good}nonsense: [`);
    const broken = await run.until((line) => line.event === "fleet.unreadable");
    await world.authority().ask("DELETE", `/api/v1/admin/users/${first}/tokens/main.g1`);
    await run.until(isDone(`issue token ${first}/main.g2`));
    await writeFile(path, other);
    const changed = await run.until((line) => line.event === "fleet.changed");
    await run.until(isDone(`issue token ${second}/main.g1`));
    const metrics = await (await fetch(String(url))).text();

    expect(broken).toMatchObject({ inForce: expect.stringMatching(/^the manifest as it was read at \d{4}-/) });
    expect(changed).toMatchObject({ targets: 1, bots: 1 });
    expect(run.lines.filter(({ event }) => event === "fleet.changed")).toHaveLength(1);
    // What is declared no more is looked at no more, and would stand there as if it were forgotten.
    expect(metrics.match(/^mintmark_fleet_bots\{.*state="declared"\} \d+$/gm)).toHaveLength(1);
    expect(metrics.match(/^mintmark_last_look_timestamp_seconds\{/gm)).toHaveLength(1);
  });

  test("that may not remove so much removes nothing, though it works on the same bots for other reasons", async () => {
    const names = [unique("run-guard"), unique("run-guard")];
    const target = unique("target");
    const manifest = await world.manifest(
      names.map((name) => ({ name })),
      target,
    );
    await world.here("apply", "-f", manifest, "--yes");
    await writeFile(manifest, (await readFile(manifest, "utf8")).replaceAll("{ name: main,", "{ name: other,"));

    const run = start(manifest, "--prune");
    for (const name of names) await run.until(isDone(`issue token ${name}/other.g1`));
    await run.until((line) => line.event === "target.looked", run.lines.length);
    await run.stop();

    expect(run.lines).toContainEqual(expect.objectContaining({ event: "guardrail.refused", removals: 2, allowed: 1 }));
    for (const name of names) expect(await world.tokensOf(name)).toEqual(["other.g1", "main.g1"]);

    const allowed = start(manifest, "--prune", "--max-removals", "2");
    for (const name of names) await allowed.until(isDone(`delete token ${name}/main.g1`));
    for (const name of names) expect(await world.tokensOf(name)).toEqual(["other.g1"]);
  });

  test("keeps to the bots that it was told to, and leaves those of another to that one", async () => {
    const words = [unique("run-this"), unique("run-that")];
    const target = unique("target");
    const bots = words.map((word) => Array.from({ length: 4 }, () => ({ name: unique(word), set: word })));
    const manifest = await world.manifest(bots.flat(), target);
    const labelled = bots
      .flat()
      .reduce(
        (text, { name, set }) =>
          text.replace(
            `kind: BotSet\nmetadata: { name: ${name} }`,
            `kind: BotSet\nmetadata: { name: ${name}, labels: { of: ${set} } }`,
          ),
        await readFile(manifest, "utf8"),
      );
    await writeFile(manifest, labelled);

    const runs = words.map((word) => start(manifest, "--prune", "--selector", `of=${word}`));
    const isMade = (generation: number) =>
      Promise.all(
        runs.flatMap((run, index) =>
          (bots[index] ?? []).map(({ name }) => run.until(isDone(`issue token ${name}/main.g${generation}`))),
        ),
      );
    await isMade(1);
    for (const { name } of bots.flat()) {
      await world.authority().ask("DELETE", `/api/v1/admin/users/${name}/tokens/main.g1`);
    }
    await isMade(2);
    await Promise.all(runs.map((run) => run.stop()));

    expect(runs.flatMap(({ lines }) => lines).filter(({ because }) => because === "removed")).toEqual([]);
  });

  test("goes on when its connections to the database break", async () => {
    const name = unique("run-db");
    const run = start(await world.manifest([{ name }]));
    await run.until(isDone(`issue token ${name}/main.g1`));

    await world.sql()`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like ${`mintmark ${run.child.pid} %`}`;
    await world.authority().ask("DELETE", `/api/v1/admin/users/${name}/tokens/main.g1`);
    await run.until(isDone(`issue token ${name}/main.g2`));

    expect(await world.whois(await world.held(name))).toBe(name);
  });

  test("goes on looking when the clock of its machine is set back", async () => {
    const manifest = await world.manifest([{ name: unique("run-clock") }]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    const stop = new AbortController();
    let looks = 0;
    const write = (text: string): void => {
      if (!text.includes("target.looked")) return;
      looks += 1;
      vi.useRealTimers();
      if (looks === 2) stop.abort();
    };
    const terminal = { out: { write }, err: { write() {} }, ask: undefined, signal: stop.signal, since: 0 };

    await runCommand(parseCommandLine(["run", "-f", manifest, "--every", "1s"]), terminal, world.env());

    expect(looks).toBe(2);
  });

  test("leaves a target alone that does not answer, keeps the others, and comes back", async () => {
    const [sick, well] = [unique("run-sick"), unique("run-well")];
    const proxy = await startInterruptingProxy(world.authority().url);
    onTestFinished(proxy.stop);
    proxy.refuse(true);
    const ofSick = await readFile(await world.manifest([{ name: sick }]), "utf8");
    const path = await world.manifest([{ name: well }]);
    const ofWell = await readFile(path, "utf8");
    await writeFile(path, `${ofWell}---\n${ofSick.replace("{ fromEnvironment: MINTMARK_ROOT_URL }", proxy.url)}`);
    const run = start(path);

    await run.until((line) => line.event === "target.look_failed");
    await run.until(isDone(`issue token ${well}/main.g1`));
    proxy.refuse(false);
    await run.until(isDone(`issue token ${sick}/main.g1`));

    expect(await world.whois(await world.held(sick))).toBe(sick);
  });

  test("asks no target of which it keeps no bot", async () => {
    const [near, far] = [unique("run-near"), unique("run-far")];
    const ofFar = await readFile(await world.manifest([{ name: far }]), "utf8");
    const path = await world.manifest([{ name: near }]);
    const ofNear = (await readFile(path, "utf8")).replace(
      `kind: BotSet\nmetadata: { name: ${near} }`,
      `kind: BotSet\nmetadata: { name: ${near}, labels: { of: ${near} } }`,
    );
    await writeFile(
      path,
      `${ofNear}---\n${ofFar.replace("{ fromEnvironment: MINTMARK_ROOT_URL }", "http://127.0.0.1:1")}`,
    );

    const run = start(path, "--selector", `of=${near}`);
    await run.until(isDone(`issue token ${near}/main.g1`));
    await run.until((line) => line.event === "target.looked", run.lines.length);

    expect(run.lines.filter(({ event }) => event === "target.look_failed")).toEqual([]);
  });

  test("takes a bot that another process has for no failure, and no bot of a target that is declared no more", async () => {
    const [name, next, target] = [unique("run-busy"), unique("run-next"), unique("target")];
    const path = await world.manifest([{ name }], target);
    await world.sql()`insert into provisioner.leases (target, account, fence, holder, until)
      values (${target}, ${name}, 1, 'another', now() + interval '1 hour')`;
    world.setEnv({ MINTMARK_PROVISIONER_METRICS_PORT: "0" });
    const run = start(path);
    const { url } = await run.until((line) => line.event === "metrics.listening");
    await run.until((line) => line.event === "bot.busy");
    const metrics = await (await fetch(String(url))).text();

    await writeFile(path, await readFile(await world.manifest([{ name: next }]), "utf8"));
    await run.until(isDone(`issue token ${next}/main.g1`));
    const before = run.lines.length;
    await world.sql()`update provisioner_jobs.job set start_after = now() where data->>'account' = ${name}`;
    await setTimeout(2000);

    expect(metrics).not.toMatch(/^mintmark_bot_seconds_count\{.*failed/m);
    expect(run.lines.slice(before).filter((line) => line.account === name)).toEqual([]);
  });

  test("stops within ten seconds although the target hangs", async () => {
    const name = unique("run-stop");
    const proxy = await startInterruptingProxy(world.authority().url);
    onTestFinished(proxy.stop);
    world.setEnv({ MINTMARK_ROOT_URL: proxy.url });
    const run = start(await world.manifest([{ name }]));
    const hangs = Promise.withResolvers<void>();
    proxy.hangAt((method, at) => method === "POST" && at.includes("/tokens"), hangs.resolve);
    await hangs.promise;
    const asked = performance.now();

    const ran = await run.stop();

    expect(ran.code, ran.err).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  test("stops within twenty seconds although the database does not answer", async () => {
    const run = start(await world.manifest([{ name: unique("run-locked") }]));
    await run.until((line) => line.event === "target.looked" && line.due === 0);
    const unlocked = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const locking = world.sql().begin(async (sql) => {
      await sql`lock table provisioner_jobs.job, provisioner_jobs.queue, provisioner.targets, provisioner.leases`;
      locked.resolve();
      await unlocked.promise;
    });
    onTestFinished(async () => {
      unlocked.resolve();
      await locking;
    });
    await locked.promise;
    await vi.waitFor(async () => expect(await waitingOf(run.child.pid)).toBeGreaterThan(3), 10_000);
    const asked = performance.now();

    const ran = await run.stop();

    expect(ran.code, ran.err).toBe(0);
    expect(performance.now() - asked).toBeLessThan(20_000);
  });

  test("stops as it is told to although the database is gone, of which it told now and then", async () => {
    const url = new URL(world.env().DATABASE_URL ?? "");
    const proxy = await startPooler(String(url.searchParams.get("host")));
    url.searchParams.delete("host");
    url.host = `127.0.0.1:${proxy.port}`;
    world.setEnv({ DATABASE_URL: url.href });
    const run = start(await world.manifest([{ name: unique("run-gone") }]));
    await run.until((line) => line.event === "target.looked" && line.due === 0);

    await proxy.stop();
    await run.until((line) => line.event === "target.look_failed");
    const ran = await run.stop();

    expect(ran.code, ran.err).toBe(0);
    const told = run.lines.filter(({ event }) => event === "queue.failed");
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(4);
  });

  test("tells what was done for a bot although its end could not be written down", async () => {
    const name = unique("run-told");
    await world.sql().unsafe(`
      create function refuse_bot() returns trigger language plpgsql as $$ begin raise 'no bot is written down'; end $$;
      create trigger refuse_bot before insert on provisioner.bots for each row
      when (new.account = '${name}') execute function refuse_bot()`);
    onTestFinished(async () => void (await world.sql()`drop function refuse_bot cascade`));
    const run = start(await world.manifest([{ name }]));

    await run.until((line) => line.event === "bot.failed" && String(line.message).includes("no bot is written down"));

    const done = run.lines.filter(({ event }) => event === "bot.action").map(({ what }) => what);
    expect(done).toEqual([`create account ${name}`, `issue token ${name}/main.g1`]);
  });
});

/** How many statements of a process wait for a lock. */
async function waitingOf(pid: number | undefined): Promise<number> {
  const rows = await world.sql()`
    select from pg_stat_activity where application_name like ${`mintmark ${pid} %`} and wait_event_type = 'Lock'`;
  return rows.length;
}
