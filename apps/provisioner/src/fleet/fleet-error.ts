import { inOneLine } from "../output/visible.ts";
import type { Fault } from "./fleet.ts";

const format = (fault: Fault): string =>
  inOneLine(`${fault.file}${fault.line > 0 ? `:${fault.line}` : ""}: ${fault.message}`);

/** A declaration that cannot be used. Holds every fault that was found, not only the first. */
export class FleetError extends Error {
  override readonly name = "FleetError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(format).join("\n"));
    this.faults = faults;
  }
}
