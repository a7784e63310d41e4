// Installs the dependencies if they are not those of the lockfile, and finds the pinned Node.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { acquireLock } from "./lock.mjs";

const oldestNode = [22, 18];

/** Returns the path of the Node that runs the project. Prints nothing when there is nothing to do. */
export async function install(root) {
  const wanted = fingerprint(root);
  const known = readStamp(root);
  if (known?.fingerprint === wanted && existsSync(known.node)) return known.node;

  const release = await lockFor(root);
  try {
    // Another process may have installed while this one waited.
    const now = readStamp(root);
    if (now?.fingerprint === wanted && existsSync(now.node)) return now.node;

    console.error("installing dependencies (once)...");
    await runPnpm(root, ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"]);
    const node = findNode(root);
    writeFileSync(stampPath(root), JSON.stringify({ fingerprint: wanted, node }));
    return node;
  } finally {
    release();
  }
}

async function lockFor(root) {
  for (let isFirst = true; ; isFirst = false) {
    const lock = acquireLock(join(root, ".installing"));
    if (lock.release) return lock.release;
    if (isFirst) console.error(`waiting for the installation that process ${lock.heldBy} does...`);
    await sleep(200);
  }
}

function stampPath(root) {
  return join(root, "node_modules", ".installed.json");
}

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampPath(root), "utf8"));
  } catch {
    return undefined;
  }
}

/** Changes when an installation could come out differently: not when only a script or a version text was edited. */
function fingerprint(root) {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${root}\n`);
  const workspace = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  hash.update(readFileSync(join(root, "pnpm-lock.yaml"))).update(workspace);
  for (const manifest of manifests(root, workspace)) {
    const { name, dependencies, devDependencies, optionalDependencies, peerDependencies } = readJson(manifest);
    hash.update(JSON.stringify([name, dependencies, devDependencies, optionalDependencies, peerDependencies]));
  }
  return hash.digest("hex");
}

function manifests(root, workspace) {
  const folders = [...workspace.matchAll(/^ {2}- ([\w-]+)\/\*$/gm)].map(([, folder]) => join(root, folder));
  const packages = folders.flatMap((folder) =>
    readdirSync(folder)
      .sort()
      .map((name) => join(folder, name)),
  );
  return [root, ...packages].map((folder) => join(folder, "package.json")).filter((path) => existsSync(path));
}

/** Quiet unless it fails; then all that pnpm said is shown. */
async function runPnpm(root, args) {
  const version = pnpmOfCatalog(root);
  const local = join(root, "node_modules", "pnpm");
  const cli = join(local, "bin", "pnpm.cjs");

  const hasLocal = existsSync(cli) && readJson(join(local, "package.json")).version === version;
  const { succeeded, told } = hasLocal
    ? await runQuietly(process.execPath, [cli, ...args], { cwd: root })
    : await runThroughNpm(root, version, args);
  if (succeeded) return;

  const advice = told.includes("ERR_PNPM_OUTDATED_LOCKFILE")
    ? "The lockfile does not fit the manifests: run `npx pnpm install` and commit pnpm-lock.yaml."
    : "It needs the npm registry: see `npm config get registry`.";
  throw new Error(`${told}\nThe installation failed. ${advice}`);
}

function runThroughNpm(root, version, args) {
  const npm = ["exec", "--yes", `--package=pnpm@${version}`, "--", "pnpm", ...args];
  const cli = process.env.npm_execpath ?? "";
  if (cli.endsWith("npm-cli.js")) return runQuietly(process.execPath, [cli, ...npm], { cwd: root });
  return runQuietly("npm", npm, { cwd: root, shell: process.platform === "win32" });
}

/** Does not outlive this process: what is stopped half way is done again by the next start. */
function runQuietly(command, args, options) {
  return new Promise((resolve) => {
    const told = [];
    const child = spawn(command, args, { ...options, env: installEnvironment(), stdio: ["ignore", "pipe", "pipe"] });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    process.once("SIGINT", stop).once("SIGTERM", stop).once("SIGHUP", stop);
    child.stdout.on("data", (chunk) => told.push(chunk));
    child.stderr.on("data", (chunk) => told.push(chunk));
    child.once("error", (error) => told.push(Buffer.from(`${command}: ${error.message}\n`)));
    child.once("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
      resolve({ succeeded: code === 0, told: Buffer.concat(told).toString() });
    });
  });
}

function pnpmOfCatalog(root) {
  const [, version] = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8").match(/^ {2}pnpm: (\S+)$/m) ?? [];
  if (!version) throw new Error("pnpm-workspace.yaml names no version of pnpm in its catalog");
  return version;
}

/** Without what npm says about the script that it is running: pnpm and a second npm would take it for their own. */
function installEnvironment() {
  const kept = Object.entries(process.env).filter(
    ([key]) => !/^npm_(package_|lifecycle_|config_local_prefix$|config_prefix$|command$)/.test(key),
  );
  return {
    ...Object.fromEntries(kept),
    npm_config_update_notifier: "false",
  };
}

/**
 * The binary itself and not `.bin/node`: pnpm's shim is a shell script that swallows signals. A machine on which the
 * pinned one is not published or does not run (macOS, musl) may bring its own.
 */
function findNode(root) {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const folder = join(root, "node_modules", `node-${platform}-${process.arch}`);
  const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (existsSync(binary) && spawnSync(binary, ["--version"]).status === 0) return realpathSync(binary);

  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath;
  throw new Error(
    `No pinned Node for ${process.platform} ${process.arch}, and this one is ${process.versions.node}. ` +
      `Install Node ${oldestNode.join(".")} or newer and run the command again.`,
  );
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}
