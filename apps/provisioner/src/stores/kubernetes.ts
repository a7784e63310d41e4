import type { CoreV1Api, KubeConfig, RequestContext, ResponseContext } from "@kubernetes/client-node";
import type { KubernetesStore } from "../fleet/fleet.ts";
import { SinkError } from "../sinks/sink-error.ts";
import { createBreaker } from "./breaker.ts";
import { askStore, isSafeAddress } from "./http.ts";
import { readSecret, type Surroundings } from "./read-secret.ts";

/** The client library is large; whoever has no cluster does not wait for it. */
const loadLibrary = () => import("@kubernetes/client-node");

type Library = Awaited<ReturnType<typeof loadLibrary>>;

export type Cluster = { readonly api: CoreV1Api; readonly library: Library };

/**
 * The cluster's API through the official client. `onRefused`: it does not know the credential, of which there may be another
 * by now. @throws SinkError for a configuration that cannot be used safely.
 */
export async function openCluster(
  store: KubernetesStore,
  surroundings: Surroundings,
  onRefused: () => void = () => {},
): Promise<Cluster> {
  const library = await loadLibrary();
  const config = new library.KubeConfig();
  if (store.kubeconfig) load(config, await readSecret(store.kubeconfig, surroundings), store);
  else loadFromPod(config, store);
  if (store.context !== undefined) {
    const known = config.getContexts().map((context) => context.name);
    if (!known.includes(store.context)) throw new SinkError(`the store ${store.name}: no context "${store.context}"`);
    config.setCurrentContext(store.context);
  }
  const server = refuseUnsafe(config, store);
  const api = new library.CoreV1Api(
    library.createConfiguration({
      baseServer: new library.ServerConfiguration(server, {}),
      authMethods: { default: config },
      httpApi: library.wrapHttpLibrary({ send: sender(store, library, onRefused) }),
    }),
  );
  return { api, library };
}

function load(config: KubeConfig, text: string, { name }: KubernetesStore): void {
  try {
    config.loadFromString(text);
  } catch {
    throw new SinkError(`the store ${name}: the kubeconfig cannot be read`);
  }
}

function loadFromPod(config: KubeConfig, { name }: KubernetesStore): void {
  config.loadFromCluster();
  if (!/undefined/.test(config.getCurrentCluster()?.server ?? "undefined")) return;
  throw new SinkError(`the store ${name}: this is no pod of a cluster; give a kubeconfig`);
}

/** Returns the server's address. */
function refuseUnsafe(config: KubeConfig, { name }: KubernetesStore): string {
  const cluster = config.getCurrentCluster();
  const user = config.getCurrentUser();
  if (!cluster || !user)
    throw new SinkError(`the store ${name}: the kubeconfig's current context names no cluster or user`);
  if (!URL.canParse(cluster.server) || !isSafeAddress(new URL(cluster.server))) {
    throw new SinkError(
      `the store ${name}: the cluster's server must be an https address; http is for this machine only`,
    );
  }
  const isHttp = cluster.server.startsWith("http:");
  if (cluster.skipTLSVerify && !isHttp) {
    throw new SinkError(`the store ${name}: insecure-skip-tls-verify is set; give certificate-authority instead`);
  }
  // SECURITY: such a plugin would inherit the whole environment of this process, with the journal's key.
  if (user.exec || (user.authProvider && user.authProvider.name !== "tokenFile")) {
    throw new SinkError(`the store ${name}: credential plugins are not run; give a service account's token`);
  }
  if (isHttp) relax(config);
  return cluster.server;
}

/** The library takes http only where there is nothing to verify. */
function relax(config: KubeConfig): void {
  const current = config.getCurrentCluster()?.name;
  config.clusters = config.clusters.map((one) => (one.name === current ? { ...one, skipTLSVerify: true } : one));
}

/** The library's own way to send follows redirects, with the Secret in the body, and waits for ever. */
function sender({ name, timeoutMs }: KubernetesStore, { ResponseContext }: Library, onRefused: () => void) {
  const unlessBroken = createBreaker(`the store ${name}`);
  return async function send(request: RequestContext): Promise<ResponseContext> {
    const body = request.getBody();
    const dispatcher = request.getDispatcher();
    const { status, headers, text } = await unlessBroken(() =>
      askStore({
        method: request.getHttpMethod(),
        url: new URL(request.getUrl()),
        headers: request.getHeaders(),
        tlsSettings: { address: "server of its kubeconfig", authorities: "certificate-authority of its kubeconfig" },
        timeoutMs,
        ...(typeof body === "string" && { body }),
        ...(dispatcher && { dispatcher }),
      }),
    );
    if (status === 401) onRefused();
    return new ResponseContext(
      status,
      { ...headers },
      {
        text: async () => text,
        binary: async () => Buffer.from(text),
        stream: () => null,
      },
    );
  };
}
