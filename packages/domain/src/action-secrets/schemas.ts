import { z } from "zod";
import { requiredText } from "../rules.ts";

export const secretTarget = z.object({
  secretname: z.string().meta({ description: "The secret's name, in any case." }),
});

export const createOrUpdateSecretOption = z
  .object({ data: requiredText().meta({ description: "What to keep. No route gives it back." }) })
  .meta({ id: "CreateOrUpdateSecretOption" });

export const secretResponse = z.object({ name: z.string(), created_at: z.iso.datetime() }).meta({ id: "Secret" });

export type SecretResponse = z.output<typeof secretResponse>;
