import { hash } from "node:crypto";
import type { DeclaredSink, DeclaredStore, KubernetesStore, VaultStore } from "../fleet/fleet.ts";
import type { Alone } from "../journal/alone.ts";
import { type Cluster, openCluster } from "../stores/kubernetes.ts";
import type { Surroundings } from "../stores/read-secret.ts";
import { openVault, type Vault } from "../stores/vault.ts";
import type { Target } from "../targets/target.ts";
import { actionsSecretSink } from "./actions-secret.ts";
import { discreet } from "./discreet.ts";
import { dotenvSink } from "./dotenv.ts";
import { execSink } from "./exec.ts";
import { fileSink } from "./file.ts";
import { kubernetesSecretSink } from "./kubernetes-secret.ts";
import { environmentOf } from "./run-program.ts";
import type { Sink, SinkReading } from "./sink.ts";
import { SinkError } from "./sink-error.ts";
import { vaultKv2Sink } from "./vault-kv2.ts";

/** `target`: where the bot lives, which keeps some secrets itself. */
export type OpenSink = (declared: DeclaredSink, target: Pick<Target, "putActionsSecret">) => Sink;

/** Connections to the declared stores, made when a sink first needs them. One store that fails keeps no other waiting. */
export type Stores = {
  readonly vault: (name: string) => Vault;
  readonly cluster: (name: string) => Promise<Cluster>;
  readonly close: () => Promise<void>;
};

export function openStores(declared: readonly DeclaredStore[], surroundings: Surroundings): Stores {
  const vaults = new Map<string, Vault>();
  const clusters = new Map<string, Promise<Cluster>>();
  return {
    vault(name) {
      const open = vaults.get(name) ?? openVault(named(name, declared.filter(isVault)), surroundings);
      vaults.set(name, open);
      return open;
    },
    cluster(name) {
      const known = clusters.get(name);
      if (known) return known;
      const forget = (): void => {
        if (clusters.get(name) === open) clusters.delete(name);
      };
      const open = openCluster(named(name, declared.filter(isKubernetes)), surroundings, forget);
      clusters.set(name, open);
      // A configuration that failed once may be right the next time.
      open.catch(forget);
      return open;
    },
    close: async () => void (await Promise.all([...vaults.values()].map((vault) => vault.close()))),
  };
}

const isVault = (store: DeclaredStore): store is VaultStore => store.kind === "vault";
const isKubernetes = (store: DeclaredStore): store is KubernetesStore => store.kind === "kubernetes";

function named<Store extends DeclaredStore>(name: string, stores: readonly Store[]): Store {
  const store = stores.find((one) => one.name === name);
  if (!store) throw new SinkError(`no Store "${name}" of this kind`);
  return store;
}

type SinkSurroundings = Surroundings & {
  readonly stores: Stores;
  /** Unset: no other process writes. */
  readonly alone?: Alone;
};

/** Opens the place that a declaration names. */
export const sinkOpener =
  (surroundings: SinkSurroundings): OpenSink =>
  (declared, target) =>
    discreet(opener(surroundings)(declared, target));

const opener = ({ stores, folder, lookUp, alone }: SinkSurroundings): OpenSink =>
  function openSink(declared, target) {
    switch (declared.kind) {
      case "file":
        return fileSink(declared.path, declared.keepPrevious);
      case "dotenv":
        return dotenvSink(declared.path, declared.key, alone);
      case "exec": {
        const { passEnvironment, kind: _kind, ...program } = declared;
        return execSink({ ...program, cwd: folder, env: environmentOf(passEnvironment, lookUp) });
      }
      case "vaultKv2":
        return vaultKv2Sink(stores.vault(declared.store), declared);
      case "kubernetesSecret":
        return kubernetesSecretSink(() => stores.cluster(declared.store), declared);
      case "actionsSecret":
        return actionsSecretSink(target, declared.of, declared.name);
    }
  };

export const digestOf = (plaintext: string): string => hash("sha256", plaintext);

/** What a sink holds, without the plaintext. Never throws: a place that cannot be read is a reading too. */
export async function readSink(sink: Sink): Promise<SinkReading> {
  if (!sink.read) return { state: "write-only" };
  try {
    const plaintext = await sink.read();
    if (plaintext === undefined) return { state: "absent" };
    return { state: "holds", digest: digestOf(plaintext), lastEight: plaintext.slice(-8) };
  } catch (error) {
    return { state: "unreadable", reason: error instanceof Error ? error.message : "cannot be read" };
  }
}
