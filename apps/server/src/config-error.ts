/** The environment is wrong; the message tells the operator where, without any secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
