import { isSafeAddress } from "../stores/http.ts";
import type { Fault } from "./fleet.ts";
import type { Parsed } from "./parse.ts";
import { isServerAddress, serverAddressRule } from "./server-address.ts";

/** The addresses that stand in the manifest itself; those of the environment are looked at when they are used. */
export function checkAddresses({ targets, stores }: Pick<Parsed, "targets" | "stores">): Fault[] {
  const faults: Fault[] = [];
  for (const { value, at } of targets) {
    const { url } = value.spec;
    if (typeof url === "string" && !isServerAddress(url)) {
      faults.push({ ...at(["spec", "url"]), message: `spec.url: ${serverAddressRule}` });
    }
  }
  for (const { value, at } of stores) {
    const url = value.spec.vault?.url;
    if (typeof url === "string" && !(URL.canParse(url) && isSafeAddress(new URL(url)))) {
      const message = "spec.vault.url: must be an https address without a password; http is for this machine only";
      faults.push({ ...at(["spec", "vault", "url"]), message });
    }
  }
  return faults;
}
