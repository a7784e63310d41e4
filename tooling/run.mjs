// What every script of package.json calls. Plain JavaScript without a dependency, since it runs before anything is
// installed and on whatever Node (>= 18) the machine has; all the rest runs on the pinned Node.

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Each command as the arguments of the pinned Node. The entries are files of this repository; `rest` is the caller's. */
const commands = {
  start: ([first, ...rest]) =>
    first === "authority"
      ? ["apps/server/src/main.ts", "serve", ...rest]
      : ["apps/start/src/main.ts", ...(first === undefined ? [] : [first, ...rest])],
  dev: (rest) => ["--watch", ...commands.start(rest)],
  authority: (rest) => ["apps/server/src/main.ts", ...rest],
  mintmark: (rest) => ["apps/provisioner/src/main.ts", ...rest],
  check: (rest) => ["tooling/check/src/main.ts", "check", ...rest],
  test: (rest) => ["tooling/check/src/main.ts", "test", ...rest],
  generate: (rest) => ["tooling/check/src/main.ts", "generate", ...rest],
  build: (rest) => ["tooling/check/src/main.ts", "build", ...rest],
  bench: (rest) => ["tooling/bench/src/main.ts", ...rest],
  conformance: (rest) => ["tooling/conformance/src/main.ts", ...rest],
  simulate: (rest) => ["apps/provisioner/test/simulation/main.ts", ...rest],
  mutate: (rest) => ["tooling/mutate/src/main.ts", ...rest],
};

const [name = "", ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  console.error(`unknown command "${name}"; choose one of: ${Object.keys(commands).join(", ")}`);
  process.exit(2);
}

try {
  const node = await install(root);
  run(node, command(rest));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * Runs the entry in the caller's folder, so that a path in `rest` means what the caller typed. npm changes to the root
 * and leaves the caller's folder in INIT_CWD.
 */
function run(node, [...args]) {
  const entry = args.findIndex((arg) => arg.endsWith("/main.ts"));
  args[entry] = join(root, args[entry]);

  const child = spawn(node, args, { stdio: "inherit", cwd: callersFolder(), env: environment(node) });
  const stopForwarding = forwardSignals(child);
  stopWithNpm(child);
  child.once("error", (error) => {
    console.error(`${node} does not start: ${error.message}`);
    process.exit(1);
  });
  child.once("exit", (code, signal) => {
    stopForwarding();
    if (signal === null) process.exit(code ?? 1);
    // Dies of the same signal, so that a shell or a supervisor sees what really happened.
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
  });
}

/** The programs read and write paths relative to where they were called; house commands work from anywhere. */
function callersFolder() {
  return name === "mintmark" || name === "authority" ? (process.env.INIT_CWD ?? process.cwd()) : root;
}

function environment(node) {
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, ...folder(), PATH: path, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" };
}

/** The project's own folder, so that every program finds the same database wherever it was called. */
function folder() {
  const isProgram = ["start", "dev", "authority", "mintmark"].includes(name);
  return isProgram && !process.env.MINTMARK_FOLDER ? { MINTMARK_FOLDER: join(root, ".mintmark") } : {};
}

/** Hands signals on. Not Ctrl-C on a terminal: that one reaches the child directly, as a member of the same group. */
function forwardSignals(child) {
  const forward = (signal) => {
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  return () => {
    for (const signal of signals) process.off(signal, forward);
  };
}

/** npm hands a signal to its shell only, and the shell dies of it without a word: then nobody waits for us any more. */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 250);
  watch.unref();
}
