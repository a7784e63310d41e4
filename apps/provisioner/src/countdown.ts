export type Moment = { readonly monotonic: number; readonly wall: number };

export const momentNow = (): Moment => ({ monotonic: performance.now(), wall: Date.now() });

/** Tells how much of a time is left; zero or less once it is over. */
export type Countdown = () => number;

/** By the clock that says less: one can be set, and the other stands still while a machine sleeps. */
export const countdown =
  (ms: number, begun = momentNow()): Countdown =>
  () => {
    const now = momentNow();
    return ms - Math.max(now.monotonic - begun.monotonic, now.wall - begun.wall);
  };
