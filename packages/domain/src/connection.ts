import type { Database } from "@mintmark/postgres";
import { drizzle } from "drizzle-orm/postgres-js";
import type { Connection } from "./context.ts";

/** The pool as verbs use it. Failed statements are reported without their parameters, which may be secrets. */
export const toConnection = ({ sql }: Pick<Database, "sql">): Connection =>
  drizzle({ client: sql, paramsInErrors: false });
