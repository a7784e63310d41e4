import { z } from "zod";

// What stands in a path or a query: text that is read leniently, as Forgejo reads it. The document tells clients what is meant.

export const word = (description: string) => z.string().meta({ description }).optional();

export const numeral = (description: string) => meant("integer", description).optional();

export const flag = (description: string) => meant("boolean", description).optional();

/** The id in a path; what is no number belongs to nothing. */
export const idInPath = (description: string) => meant("integer", description);

const meant = (type: "integer" | "boolean", description: string) =>
  z.string().meta({ description, override: { type } });
