/** What one check found. `then`: what to do about it. */
export type Finding = {
  readonly state: "ok" | "warn" | "fail";
  /** What was looked at: a setting, a target, a store, a sink. */
  readonly what: string;
  readonly told: string;
  readonly then?: string;
  /** The target lacks a capability. */
  readonly isIncapable?: true;
};

export const ok = (what: string, told: string): Finding => ({ state: "ok", what, told });
export const warn = (what: string, told: string, then: string): Finding => ({ state: "warn", what, told, then });
export const fail = (what: string, told: string, then: string): Finding => ({ state: "fail", what, told, then });
