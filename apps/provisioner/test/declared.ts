import type { DeclaredBot, DeclaredToken } from "../src/fleet/fleet.ts";

/** A declared token with one file sink, changed as a test needs it. */
export const aToken = (changes: Partial<DeclaredToken> = {}): DeclaredToken => ({
  name: "main",
  scopes: ["write:repository"],
  sinks: [{ kind: "file", path: "/secrets/main" }],
  ...changes,
});

export const aBot = (changes: Partial<DeclaredBot> = {}): DeclaredBot => ({
  target: "forge",
  set: "bots",
  labels: {},
  account: "bot-one",
  email: "bot-one@bots.example.org",
  tokens: [aToken()],
  onRemove: { disable: false },
  ...changes,
});

export const dayMs = 86_400_000;
