export { type Config, ConfigError, environment, readConfig } from "./config.ts";
export { type Authority, PortError, type StartOptions, startAuthority } from "./start-authority.ts";
export { prepareMainJob } from "./worker-token.ts";
