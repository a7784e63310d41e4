import { RefusedError, RequestError, SendError, UnexpectedStatusError } from "@mintmark/client";
import { certificateHint } from "../certificate-hint.ts";
import { TargetError } from "./target-error.ts";

/** The client's four errors in the words of this folder. Whatever else was thrown stays as it is. */
export function translateError(error: unknown): unknown {
  if (error instanceof SendError) {
    const hint = certificateHint(error.code ?? "", tlsSettings);
    return new TargetError("unreachable", `${error.message}${hint}`, { mayHaveHappened: error.mayHaveArrived });
  }
  if (error instanceof RefusedError) {
    const hint = hints.get(error.status) ?? "";
    return new TargetError("refused", `${error.message}${hint}`, { status: error.status });
  }
  if (error instanceof UnexpectedStatusError) {
    return new TargetError("unexpected", error.message, { status: error.status });
  }
  return error instanceof RequestError ? new TargetError("unexpected", error.message) : error;
}

/** A Target has no list of authorities of its own. */
const tlsSettings = { address: "spec.url", authorities: "NODE_EXTRA_CA_CERTS" };

const hints: ReadonlyMap<number, string> = new Map([
  [
    401,
    " (the target refuses the provisioner's credential: make an access token of a site administrator and put it into the " +
      "file of spec.credential.fromFile)",
  ],
  [
    403,
    " (spec.credential of the Target needs a site administrator's token with write:admin, read:user and read:repository, " +
      "for Actions secrets write:repository or write:organization)",
  ],
]);

/** Runs a call of the client; its failures come out as TargetError. */
export async function translated<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw translateError(error);
  }
}

/** `undefined` for a 404, which says that the thing asked about is not there. */
export async function ifFound<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await translated(call);
  } catch (error) {
    if (error instanceof TargetError && error.status === 404) return undefined;
    throw error;
  }
}
