import { z } from "zod";
import { organizationResponse } from "../organizations/schemas.ts";
import { idInPath } from "../parameters.ts";
import { alphaDashDot, optionalAlphaDashDot, text } from "../rules.ts";

export const teamTarget = z.object({ id: idInPath("The team's id.") });

const unitsMap = z.record(z.string(), text());

const option = {
  description: text({ max: 255 }).optional(),
  includes_all_repositories: z.boolean().optional(),
  permission: text().optional().meta({ description: "`read`, `write` or `admin`; any other word is `none`." }),
  units: z.array(text()).optional().meta({ description: "Parts that get the team's permission; below admin." }),
  units_map: unitsMap.optional().meta({ description: "A permission for each part; below admin." }),
  can_create_org_repo: z.boolean().optional(),
};

export const createTeamOption = z
  .object({ name: alphaDashDot({ max: 255 }), ...option })
  .meta({ id: "CreateTeamOption" });

export const editTeamOption = z
  .object({ name: optionalAlphaDashDot({ max: 255 }).optional(), ...option })
  .meta({ id: "EditTeamOption" });

export type CreateTeamOption = z.output<typeof createTeamOption>;
export type EditTeamOption = z.output<typeof editTeamOption>;

export const teamResponse = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string(),
    organization: organizationResponse.nullable(),
    includes_all_repositories: z.boolean(),
    permission: z.string(),
    units: z.array(z.string()),
    units_map: z.record(z.string(), z.string()),
    can_create_org_repo: z.boolean(),
  })
  .meta({ id: "Team" });

export type TeamResponse = z.output<typeof teamResponse>;
