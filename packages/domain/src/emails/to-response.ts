import type { EmailAddress } from "../users/table.ts";
import type { EmailResponse } from "./schemas.ts";

/** The owner is named only where addresses of many users stand in one list. */
export function toEmailResponse(
  address: EmailAddress,
  owner: { readonly id: number; readonly name: string } = { id: 0, name: "" },
): EmailResponse {
  return {
    email: address.email,
    verified: address.isActivated,
    primary: address.isPrimary,
    user_id: owner.id,
    username: owner.name,
  };
}
