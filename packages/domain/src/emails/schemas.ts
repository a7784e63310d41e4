import { z } from "zod";
import { pageInput } from "../page.ts";
import { listOf, text } from "../rules.ts";

/** Each address is an act with a record of its own, and all acts wait for one another. */
const emails = listOf(text(), 100).optional();

export const createEmailOption = z.object({ emails }).meta({ id: "CreateEmailOption" });

export const deleteEmailOption = z.object({ emails }).meta({ id: "DeleteEmailOption" });

export const searchEmailsInput = pageInput.extend({
  q: z.string().meta({ description: "Part of the address, or of its owner's login or full name." }).optional(),
});

export const emailResponse = z
  .object({
    email: z.string(),
    verified: z.boolean(),
    primary: z.boolean(),
    user_id: z.int().meta({ description: "0 in the lists of one user." }),
    username: z.string().meta({ description: "Empty in the lists of one user." }),
  })
  .meta({ id: "Email" });

export type EmailResponse = z.output<typeof emailResponse>;
