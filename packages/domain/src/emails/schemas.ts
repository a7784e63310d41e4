import { z } from "zod";
import { pageInput } from "../page.ts";
import { text } from "../rules.ts";

export const createEmailOption = z.object({ emails: z.array(text()).optional() }).meta({ id: "CreateEmailOption" });

export const deleteEmailOption = z.object({ emails: z.array(text()).optional() }).meta({ id: "DeleteEmailOption" });

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
