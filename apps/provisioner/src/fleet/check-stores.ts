import type { Fault } from "./fleet.ts";
import type { Located, Parsed } from "./parse.ts";
import type { BotSetDocument } from "./schemas.ts";
import { suggest } from "./suggest.ts";

const kindOf = { vaultKv2: "vault", kubernetesSecret: "kubernetes" } as const;

/** Every store that a set's sinks name must be declared, and be of the sink's kind. */
export function checkStores({ value, at }: Located<BotSetDocument>, { stores, broken }: Parsed): Fault[] {
  const faults: Fault[] = [];
  const byName = new Map(stores.map((store) => [store.value.metadata.name, store.value.spec]));
  for (const [index, token] of value.spec.tokens.entries()) {
    for (const [place, sink] of token.sinks.entries()) {
      for (const kind of ["vaultKv2", "kubernetesSecret"] as const) {
        const name = sink[kind]?.store;
        if (name === undefined || broken.has(`Store/${name}`)) continue;
        const store = byName.get(name);
        const wanted = kindOf[kind];
        const fits = [...byName].filter(([, spec]) => spec[wanted]).map(([one]) => one);
        if (store?.[wanted]) continue;
        const what = store ? `Store "${name}" is not of the kind ${wanted}` : `no Store "${name}"`;
        const message = `sinks.${kind}.store: ${what}${suggest(name, fits)}`;
        faults.push({ ...at(["spec", "tokens", index, "sinks", place, kind, "store"]), message });
      }
    }
  }
  return faults;
}
