import { createHash } from "node:crypto";
import type { V1Secret } from "@kubernetes/client-node";
import type { Cluster } from "../stores/kubernetes.ts";
import type { ReadableSink } from "./sink.ts";
import { SinkError } from "./sink-error.ts";

type Place = {
  readonly store: string;
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
  readonly takeOver: boolean;
};

/** One key of a Secret, by server-side apply: the server itself keeps every other key and says who owns this one. */
export function kubernetesSecretSink(open: () => Promise<Cluster>, place: Place): ReadableSink {
  const { namespace, name, key, takeOver } = place;

  async function read(): Promise<string | undefined> {
    const { api } = await open();
    try {
      return decode(await api.readNamespacedSecret({ name, namespace }), key);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw translate(error, place);
    }
  }

  async function apply(value: string, isTrial = false): Promise<V1Secret> {
    const { api, library } = await open();
    const body: V1Secret = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name, namespace },
      data: { [key]: Buffer.from(value).toString("base64") },
    };
    const fieldManager = fieldManagerOf(key);
    const options = { fieldManager, fieldValidation: "Strict", force: takeOver, ...(isTrial && { dryRun: "All" }) };
    return api.patchNamespacedSecret(
      { name, namespace, body, ...options },
      library.setHeaderOptions("Content-Type", library.PatchStrategy.ServerSideApply),
    );
  }

  return {
    read,
    async check() {
      try {
        // Another value than the one held, so that another owner of the key would object.
        await apply("mintmark doctor", true);
      } catch (error) {
        throw translate(error, place);
      }
    },
    async write(plaintext) {
      try {
        const written = await apply(plaintext);
        if (decode(written, key) !== plaintext) {
          throw new SinkError(`${nameOf(place)}: the cluster answers another value than it was given`);
        }
        return `resourceVersion ${written.metadata?.resourceVersion ?? "unknown"}`;
      } catch (error) {
        throw translate(error, place);
      }
    },
  };
}

/** An apply withdraws what its manager applied before and does not name now, so each key has a manager of its own. */
export function fieldManagerOf(key: string): string {
  const plain = `mintmark-${key}`;
  // The server takes 128 letters.
  return plain.length <= 128 ? plain : `mintmark-${createHash("sha256").update(key).digest("hex")}`;
}

function decode({ data }: V1Secret, key: string): string | undefined {
  const value = data?.[key];
  return value === undefined || value === "" ? undefined : Buffer.from(value, "base64").toString("utf8");
}

const nameOf = ({ store, namespace, name, key }: Place): string => `${store}/${namespace}/${name} (${key})`;

/** The library's ApiException, which is known by its code. */
function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "number" ? error.code : undefined;
}

/** SECURITY: the library's message holds headers and body, and a refusal may repeat the value; only known parts are told. */
function translate(error: unknown, place: Place): unknown {
  const status = statusOf(error);
  if (status === undefined) return error instanceof SinkError ? error : (unread(error, place) ?? noAnswer(place));
  const { message, reason } = statusBodyOf(error);
  const name = nameOf(place);
  if (/too (large|long)/i.test(message)) return new SinkError(`${name}: the whole Secret is too large (${status})`);
  switch (status) {
    case 401:
      return new SinkError(`${name}: the cluster refuses our credential (401)`);
    case 403:
      return new SinkError(`${name}: forbidden (403); the service account needs get, create and patch on secrets`);
    case 404:
      return new SinkError(`${name}: there is no namespace ${place.namespace} (404)`);
    case 409: {
      const owners = [...message.matchAll(/conflict with "([\w .:/-]{1,128})"/g)].map(([, owner]) => owner);
      if (owners.length === 0) return new SinkError(`${name}: it changed meanwhile (409)`, { isTransient: true });
      return new SinkError(`${name}: ${owners.join(", ")} owns this key (409); takeOver: true takes it from there`);
    }
    case 422:
      return new SinkError(`${name}: the cluster calls it invalid (422); is the Secret immutable?`);
    default:
      return new SinkError(
        `${name}: the cluster answers ${status}${/^[A-Z][A-Za-z]{0,39}$/.test(reason) ? ` ${reason}` : ""}`,
        {
          isTransient: status === 429 || status >= 500,
        },
      );
  }
}

/** The library reads what a kubeconfig names when it asks something, before anything is sent. */
function unread(error: unknown, { store }: Place): SinkError | undefined {
  if (!(error instanceof Error && "path" in error && "code" in error)) return undefined;
  return new SinkError(`the store ${store}: ${String(error.path)} cannot be read (${String(error.code)})`);
}

const noAnswer = (place: Place): SinkError =>
  new SinkError(`${nameOf(place)}: the answer cannot be understood`, { isTransient: true });

/** A `Status` of the cluster's API, which the library hands on as text or as it was parsed. */
function statusBodyOf(error: unknown): { message: string; reason: string } {
  const body: unknown = error instanceof Error && "body" in error ? error.body : undefined;
  const parsed = typeof body === "string" ? parseOrEmpty(body) : Object(body);
  return { message: String(parsed.message ?? ""), reason: String(parsed.reason ?? "") };
}

function parseOrEmpty(text: string): { message?: unknown; reason?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
