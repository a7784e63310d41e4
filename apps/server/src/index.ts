export { type Config, environment, readConfig } from "./config.ts";
export { ConfigError } from "./config-error.ts";
export { type Authority, PortError, type StartOptions, startAuthority } from "./start-authority.ts";
export { prepareMainJob } from "./worker-token.ts";
