import { once } from "node:events";
import { DatabaseError, openDatabase } from "../src/index.ts";

/**
 * A program that uses a database until its standard input ends. It says what happened as lines of JSON, and is started by
 * the tests, as this user or another.
 */
const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

process.on("SIGINT", () => say({ event: "interrupted" }));
try {
  const settings = JSON.parse(process.argv[2] ?? "{}");
  const database = await openDatabase({
    applicationName: "test",
    notice: (message) => say({ event: "notice", message }),
    ...settings,
  });
  const [row] = await database.sql`select current_database() as name, to_regclass('kept')::text as kept`;
  say({ event: "open", ...row });
  process.stdin.resume();
  await once(process.stdin, "end");
  await database.close();
  say({ event: "closed" });
} catch (error) {
  if (!(error instanceof DatabaseError)) throw error;
  say({ event: "refused", code: error.code, message: error.message });
}
