const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

type Unit = keyof typeof unitMs;

const isUnit = (text: string | undefined): text is Unit => text !== undefined && text in unitMs;

export const durationPattern = /^[1-9]\d{0,5}[smhdw]$/;

/** `30d`, `12h`, `90m` to milliseconds; throws RangeError for anything else. */
export function parseDuration(text: string): number {
  const unit = text.at(-1);
  if (!durationPattern.test(text) || !isUnit(unit)) throw new RangeError(`not a duration: ${text}`);
  return Number(text.slice(0, -1)) * unitMs[unit];
}

/** Roughly, in the largest unit that fits: an age for people. */
export function formatDuration(ms: number): string {
  for (const [unit, size] of [
    ["d", unitMs.d],
    ["h", unitMs.h],
    ["m", unitMs.m],
  ] as const) {
    if (ms >= size) return `${Math.floor(ms / size)}${unit}`;
  }
  return `${Math.max(0, Math.floor(ms / unitMs.s))}s`;
}
