import { z } from "zod";
import { idInPath } from "../parameters.ts";
import { requiredText, text } from "../rules.ts";

export const runnerTarget = z.object({ runner_id: idInPath("The runner's id.") });

export const registerRunnerOptions = z
  .object({
    name: requiredText({ max: 255 }).meta({ description: "Need not be unique." }),
    description: text().optional(),
    ephemeral: z.boolean().optional().meta({ description: "Whether the runner is gone after one job." }),
  })
  .meta({ id: "RegisterRunnerOptions" });

export type RegisterRunnerOptions = z.output<typeof registerRunnerOptions>;

export const runnerResponse = z
  .object({
    id: z.int(),
    uuid: z.string(),
    owner_id: z.int().meta({ description: "0 for a repository's." }),
    repo_id: z.int().meta({ description: "0 for a user's or an organization's." }),
    name: z.string(),
    status: z.string().meta({ description: "`offline`: no runner connects to this server." }),
    version: z.string(),
    labels: z.array(z.string()).nullable(),
    description: z.string(),
    ephemeral: z.boolean(),
  })
  .meta({ id: "ActionRunner" });

export type RunnerResponse = z.output<typeof runnerResponse>;

export const registerRunnerResponse = z
  .object({
    id: z.int(),
    uuid: z.string(),
    token: z.string().meta({ description: "In this answer alone." }),
  })
  .meta({ id: "RegisterRunnerResponse" });

export const registrationTokenResponse = z.object({ token: z.string() }).meta({ id: "RegistrationToken" });
