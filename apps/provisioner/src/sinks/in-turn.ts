const turns = new Map<string, Promise<unknown>>();

/** Changes of one place that others share (a file, a secret) follow one another: each starts from what the one before wrote. */
export async function inTurn<Result>(place: string, change: () => Promise<Result>): Promise<Result> {
  const before = turns.get(place) ?? Promise.resolve();
  const mine = before.catch(() => {}).then(change);
  turns.set(place, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(place) === mine) turns.delete(place);
  }
}
