import { DomainError } from "../errors.ts";
import type { HookMetadata } from "./table.ts";

type Config = Readonly<Record<string, string>>;

const emptyMetadata: Readonly<Record<string, HookMetadata | null>> = {
  forgejo: null,
  gitea: null,
  gogs: null,
  slack: null,
  discord: { username: "", icon_url: "" },
  dingtalk: null,
  telegram: { bot_token: "", chat_id: "", thread_id: "" },
  msteams: null,
  feishu: null,
  matrix: null,
  wechatwork: null,
  packagist: null,
  sourcehut_builds: null,
};

/**
 * The checks of a new hook, in Forgejo's order.
 * @throws DomainError `unprocessable`; `invalid` for a channel that Slack would not take.
 */
export function checkNewHook(type: string, config: Config): { readonly url: string; readonly contentType: string } {
  if (!Object.hasOwn(emptyMetadata, type)) throw unprocessable(`Invalid hook type: ${type}`);
  const url = required(config, "url");
  const contentType = toContentType(required(config, "content_type"));
  const checked = { url: toHookUrl(url), contentType };
  const isSystemHook = optional(config, "is_system_webhook");
  // The word has no effect below an account, yet it is read.
  if (isSystemHook && !/^(?:1|t|T|true|TRUE|True|0|f|F|false|FALSE|False)$/.test(isSystemHook)) {
    throw unprocessable("Invalid is_system_webhook value");
  }
  return checked;
}

/** What only some types have; of the config of a Discord or Telegram hook Forgejo reads nothing more. */
export function toMetadata(type: string, config: Config): HookMetadata | null {
  if (type !== "slack") return emptyMetadata[type] ?? null;
  const channel = required(config, "channel").trim();
  if (!/^#?[a-z0-9_-]{1,80}$/.test(channel)) throw new DomainError("invalid", "Invalid slack channel name");
  return {
    channel,
    username: optional(config, "username") ?? "",
    icon_url: optional(config, "icon_url") ?? "",
    color: optional(config, "color") ?? "",
  };
}

export function toContentType(word: string): string {
  if (word !== "json" && word !== "form") throw unprocessable("Invalid content type");
  return word;
}

export function toHookUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:\/\/[^/]/i.test(url) || /[\s\p{Cc}]/u.test(url))
    throw unprocessable("Invalid url");
  return url;
}

/** An own property: the names come from the request. */
export const optional = (config: Config, name: string): string | undefined =>
  Object.hasOwn(config, name) ? config[name] : undefined;

function required(config: Config, name: string): string {
  const value = optional(config, name);
  if (value === undefined) throw unprocessable(`Missing config option: ${name}`);
  return value;
}

const unprocessable = (message: string) => new DomainError("unprocessable", message);
