import type { DeclaredStore } from "../fleet/fleet.ts";
import type { Alone } from "../journal/alone.ts";
import { type OpenSink, openStores, type Stores, sinkOpener } from "../sinks/open.ts";
import type { Surroundings } from "../stores/read-secret.ts";

/** Connections to stores that follow the manifest while it changes. */
export function changingStores(surroundings: Surroundings & { readonly alone: Alone }) {
  let declaredAs = "";
  let stores: Stores | undefined;
  const former: Stores[] = [];
  let openSinkNow: OpenSink | undefined;
  return {
    declare(declared: readonly DeclaredStore[]): void {
      const text = JSON.stringify(declared);
      if (stores && text === declaredAs) return;
      // What is on its way to a store that changed may still arrive.
      if (stores) former.push(stores);
      stores = openStores(declared, surroundings);
      declaredAs = text;
      openSinkNow = sinkOpener({ ...surroundings, stores });
    },
    openSink(...sink: Parameters<OpenSink>): ReturnType<OpenSink> {
      if (!openSinkNow) throw new Error("no stores are declared yet");
      return openSinkNow(...sink);
    },
    async close(): Promise<void> {
      await Promise.all([...former, ...(stores ? [stores] : [])].map((one) => one.close()));
    },
  };
}
