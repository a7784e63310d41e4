import { z } from "zod";
import { requiredText, text } from "../rules.ts";

export const variableTarget = z.object({
  variablename: z.string().meta({ description: "The variable's name, in any case." }),
});

export const createVariableOption = z.object({ value: requiredText() }).meta({ id: "CreateVariableOption" });

export const updateVariableOption = z
  .object({
    name: text().optional().meta({ description: "A new name; empty or absent keeps the old one." }),
    value: requiredText(),
  })
  .meta({ id: "UpdateVariableOption" });

export type UpdateVariableOption = z.output<typeof updateVariableOption>;

export const variableResponse = z
  .object({
    owner_id: z.int().meta({ description: "0 for a repository's." }),
    repo_id: z.int().meta({ description: "0 for a user's or an organization's." }),
    name: z.string(),
    data: z.string(),
  })
  .meta({ id: "ActionVariable" });

export type VariableResponse = z.output<typeof variableResponse>;
