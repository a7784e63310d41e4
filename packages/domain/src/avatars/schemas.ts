import { z } from "zod";
import { requiredText } from "../rules.ts";

const image = requiredText().meta({
  description: "PNG, JPEG, GIF or WebP in base64, of at most 1 MiB and 4096 pixels a side.",
});

export const updateUserAvatarOption = z.object({ image }).meta({ id: "UpdateUserAvatarOption" });

export const updateRepoAvatarOption = z.object({ image }).meta({ id: "UpdateRepoAvatarOption" });
