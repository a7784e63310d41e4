import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Finding } from "../doctor/finding.ts";
import type { DeclaredTarget, Fault, Place, Setting } from "../fleet/fleet.ts";
import { FleetError } from "../fleet/fleet-error.ts";
import { isServerAddress, serverAddressRule } from "../fleet/server-address.ts";
import { type Credentials, inForce, startOf } from "../journal/credentials.ts";
import { digestOf } from "../sinks/open.ts";
import { forgejoTarget } from "./forgejo.ts";
import { inspectCredential, type NeededScope } from "./inspect-credential.ts";
import type { Reserve } from "./pace.ts";
import type { Target } from "./target.ts";

export type OpenTarget = {
  readonly target: Target;
  readonly url: string;
  /** The same for the same server, credential and limits; tells none of them. */
  readonly fingerprint: string;
  /** What the credential's file holds, and the same server with another token. */
  readonly startingToken: string;
  readonly openWith: (token: string) => Target;
  /** Looks at the credential itself. */
  readonly inspect: (now: Date, alsoNeeded: readonly NeededScope[]) => Promise<Finding[]>;
};

type OpenOptions = {
  /** Keeps the pace together with other processes. */
  readonly reserve?: Reserve;
  /** Where later tokens lie. Unset: the one in the file is taken. */
  readonly credentials?: Credentials | undefined;
};

type Surroundings = { readonly folder: string; readonly lookUp: (name: string) => string | undefined };

/**
 * Finds out where a declared target is and with what credential, and opens it. Nothing is sent yet.
 * @throws FleetError that names each setting that is missing, with the place of the Target in its manifest.
 */
export async function openTarget(
  declared: DeclaredTarget,
  surroundings: Surroundings,
  { reserve, credentials }: OpenOptions = {},
): Promise<OpenTarget> {
  const faults: Fault[] = [];
  const fault = (message: string, at: Place = declared.at.credential): undefined =>
    void faults.push({ ...at, message });
  const settle = (setting: Setting, field: string, at: Place): string | undefined => {
    if (typeof setting === "string") return setting;
    const value = surroundings.lookUp(setting.fromEnvironment);
    return value || fault(`${field}: the environment variable ${setting.fromEnvironment} is not set`, at);
  };

  const url = settle(declared.url, "spec.url", declared.at.url);
  if (url !== undefined && !isServerAddress(url)) {
    fault(`spec.url: ${serverAddressRule}`, declared.at.url);
  }
  const { fromFile } = declared.credential;
  const file = settle(fromFile, "spec.credential.fromFile", declared.at.credential);
  const token = file && (await readToken(resolve(surroundings.folder, file), fromFile, fault));
  if (url === undefined || !token || faults.length > 0) throw new FleetError(faults);
  const { requestsPerSecond, timeoutMs } = declared.limits;
  const openWith = (one: string) => forgejoTarget({ url, token: one, requestsPerSecond, timeoutMs, reserve });
  const key = { target: declared.name, start: startOf(token) };
  const later = declared.credential.rotation && credentials && inForce(await credentials.list(key));
  const value = later?.plaintext ?? token;
  return {
    target: openWith(value),
    openWith,
    startingToken: token,
    fingerprint: digestOf(JSON.stringify([url, value, declared.limits])),
    url: url.replace(/\/+$/, ""),
    inspect: (now, alsoNeeded) => {
      const where = { url, token: value, file: resolve(surroundings.folder, file ?? "") };
      return inspectCredential({ ...where, now, timeoutMs, alsoNeeded });
    },
  };
}

let standardInput: Promise<string> | undefined;

/** What a pipe has given is gone, and the credential is asked for more than once. */
function readStandardInput(): Promise<string> {
  standardInput ??= text(process.stdin);
  return standardInput;
}

async function readToken(
  path: string,
  setting: Setting,
  fault: (message: string) => undefined,
): Promise<string | undefined> {
  // SECURITY: whoever mistakes it puts the token itself into the variable.
  const told = typeof setting === "string" ? path : `the file that ${setting.fromEnvironment} names`;
  try {
    const token = (await (path === "/dev/stdin" ? readStandardInput() : readFile(path, "utf8"))).trim();
    // Anything else could not stand in a header; fetch would complain with the value in its message.
    return /^[\x21-\x7e]+$/.test(token) ? token : fault(`spec.credential.fromFile: ${told} does not hold a token`);
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    const hint = isAbsent && typeof setting !== "string" ? ": the variable holds a path, and not the token" : "";
    const reason = `${isAbsent ? "does not exist" : "cannot be read"}${hint}`;
    return fault(`spec.credential.fromFile: ${told} ${reason}; it must hold a site administrator's access token`);
  }
}
