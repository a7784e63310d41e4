export type { ApplyEvent } from "./apply/apply.ts";
export {
  type ApplyFleetOptions,
  applyFleet,
  exitCodeOf,
  exitCodeOfError,
  type FleetOutcome,
} from "./commands/apply-fleet.ts";
export { type Config, ConfigError, environment, readConfig } from "./config.ts";
export { type ExitCode, exitCodes } from "./exit-code.ts";
export type { Fleet } from "./fleet/fleet.ts";
export { FleetError } from "./fleet/fleet-error.ts";
export { fleetJsonSchema } from "./fleet/json-schema.ts";
export { readFleet } from "./fleet/read.ts";
export { formatFailures, formatOutcome } from "./output/outcome.ts";
export { createProgress, type Progress } from "./output/progress.ts";
