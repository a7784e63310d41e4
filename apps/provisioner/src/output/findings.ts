import type { Finding } from "../doctor/finding.ts";
import { inOneLine } from "./visible.ts";

/** One line for each finding, with what to do about it after an arrow. */
export const formatFindings = (findings: readonly Finding[]): string =>
  findings
    .map(
      ({ state, what, told, then }) =>
        `${inOneLine(`${state.padEnd(4)}  ${what}: ${told}${then === undefined ? "" : ` -> ${then}`}`)}\n`,
    )
    .join("");
