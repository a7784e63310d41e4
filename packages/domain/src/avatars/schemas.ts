import { z } from "zod";
import { requiredText } from "../rules.ts";

export const updateUserAvatarOption = z
  .object({
    image: requiredText().meta({
      description: "PNG, JPEG, GIF or WebP in base64, of at most 1 MiB and 4096 pixels a side.",
    }),
  })
  .meta({ id: "UpdateUserAvatarOption" });
