import { BlockList, isIPv6 } from "node:net";
import { type Context, findUserByName, type Principal } from "@mintmark/domain";

/** Whether the address belongs to one of the networks, given as `address/bits` or a bare address. */
export function createTrustedProxies(networks: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    trusted.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  return (address) => trusted.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** The user that a trusted proxy names; an unknown one is nobody (rest.md 1.7). */
export async function authenticateByProxy(ctx: Context, name: string): Promise<Principal | undefined> {
  const user = await findUserByName(ctx, name.trim());
  return user && { user, scopes: "unlimited", repositoryIds: undefined, via: "reverse_proxy", credentialId: undefined };
}
