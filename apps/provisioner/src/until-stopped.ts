/** What `work` comes to, or the reason of `signal` once that says to stop: then it is left alone, wherever it is. */
export async function untilStopped<Result>(
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", stop);
  try {
    return await Promise.race([work(), promise]);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
