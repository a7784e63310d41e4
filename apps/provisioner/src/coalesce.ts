/** What became of one entry: a value, or why there is none. */
export type EntryResult<Value> = { readonly value: Value } | { readonly error: unknown };

type Send<Entry, Value> = (entries: readonly Entry[]) => Promise<readonly EntryResult<Value>[]>;

type Waiting<Entry, Value> = {
  readonly entry: Entry;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * One call for one entry, which is sent together with those of other callers: what comes while one request is under way
 * waits for the next, so that a batch is as large as there are callers, and whoever is alone waits for nobody. A request
 * that fails fails all of its entries; an entry that fails, itself alone. Of entries with one key (unset: none have), a
 * batch holds the first.
 */
export function coalesced<Entry, Value>(
  send: Send<Entry, Value>,
  entriesMax: number,
  keyOf?: (entry: Entry) => string,
): (entry: Entry) => Promise<Value> {
  let waiting: Waiting<Entry, Value>[] = [];
  let isSending = false;

  async function sendAll(): Promise<void> {
    isSending = true;
    while (waiting.length > 0) {
      // Callers that were answered together come back within one turn of the event loop.
      await new Promise(setImmediate);
      const batch = takeBatch();
      await settle(batch, send);
    }
    isSending = false;
  }

  function takeBatch(): Waiting<Entry, Value>[] {
    const batch: Waiting<Entry, Value>[] = [];
    const later: Waiting<Entry, Value>[] = [];
    const keys = new Set<string>();
    for (const one of waiting) {
      const key = keyOf?.(one.entry);
      if (batch.length === entriesMax || (key !== undefined && keys.has(key))) later.push(one);
      else batch.push(one);
      if (key !== undefined) keys.add(key);
    }
    waiting = later;
    return batch;
  }

  return (entry) =>
    new Promise((resolve, reject) => {
      waiting.push({ entry, resolve, reject });
      if (!isSending) void sendAll();
    });
}

async function settle<Entry, Value>(batch: readonly Waiting<Entry, Value>[], send: Send<Entry, Value>): Promise<void> {
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
