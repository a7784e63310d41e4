/** What became of one entry: a value, or why there is none. */
export type EntryResult<Value> = { readonly value: Value } | { readonly error: unknown };

type Waiting<Entry, Value> = {
  readonly entry: Entry;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * One call for one entry, which is sent together with those of other callers: what comes while one request is under way
 * waits for the next, so that a batch is as large as there are callers, and whoever is alone waits for nobody. A request
 * that fails fails all of its entries; an entry that fails, itself alone.
 */
export function coalesced<Entry, Value>(
  send: (entries: readonly Entry[]) => Promise<readonly EntryResult<Value>[]>,
  entriesMax: number,
): (entry: Entry) => Promise<Value> {
  let waiting: Waiting<Entry, Value>[] = [];
  let isSending = false;

  async function sendAll(): Promise<void> {
    isSending = true;
    while (waiting.length > 0) {
      // Callers that were answered together come back within one turn of the event loop.
      await new Promise(setImmediate);
      const batch = waiting.slice(0, entriesMax);
      waiting = waiting.slice(entriesMax);
      await settle(batch, send);
    }
    isSending = false;
  }

  return (entry) =>
    new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      if (!isSending) void sendAll();
    });
}

async function settle<Entry, Value>(
  batch: readonly Waiting<Entry, Value>[],
  send: (entries: readonly Entry[]) => Promise<readonly EntryResult<Value>[]>,
): Promise<void> {
  try {
    const results = await send(batch.map(({ entry }) => entry));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const result = results[index] ?? { error: new Error("a batch has fewer results than entries") };
      if ("value" in result) resolve(result.value);
      else reject(result.error);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
