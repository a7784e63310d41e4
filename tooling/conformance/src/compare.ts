import { isDeepStrictEqual } from "node:util";

/** One point in which an answer is not the recorded one. */
export type Difference = {
  /** `status`, `headers.link`, `body.message`, `found.text` */
  readonly where: string;
  readonly recorded: unknown;
  readonly came: unknown;
};

/** Properties that the recording lacks are allowed. */
export function compare(recorded: unknown, came: unknown, where: string): Difference[] {
  if (Array.isArray(recorded) && Array.isArray(came)) {
    if (recorded.length !== came.length)
      return [{ where: `${where}.length`, recorded: recorded.length, came: came.length }];
    return recorded.flatMap((item, index) => compare(item, came[index], `${where}[${index}]`));
  }
  if (isPlain(recorded) && isPlain(came)) {
    return Object.entries(recorded).flatMap(([key, item]) =>
      Object.hasOwn(came, key)
        ? compare(item, came[key], `${where}.${key}`)
        : [{ where: `${where}.${key}`, recorded: item, came: undefined }],
    );
  }
  return isDeepStrictEqual(recorded, came) ? [] : [{ where, recorded, came }];
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
