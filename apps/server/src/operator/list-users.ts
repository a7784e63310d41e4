import { type Context, listAllUsers } from "@mintmark/domain";
import { parseFlags, refusePositionals } from "./flags.ts";

/** `admin user list`: a table by id; with `--admin` administrators alone. */
export async function listUsersCommand(
  ctx: Context,
  args: readonly string[],
  print: (line: string) => void,
): Promise<void> {
  const flags = parseFlags(args, { admin: { type: "boolean" } });
  refusePositionals(flags);
  const users = await listAllUsers(ctx);
  const rows = flags.truth("admin")
    ? [
        ["ID", "Username", "Email", "IsActive"],
        ...users.filter(({ isAdmin }) => isAdmin).map(({ id, name, email, isActive }) => [id, name, email, isActive]),
      ]
    : [
        ["ID", "Username", "Email", "IsActive", "IsAdmin", "2FA"],
        // Nobody has a second factor yet.
        ...users.map(({ id, name, email, isActive, isAdmin }) => [id, name, email, isActive, isAdmin, false]),
      ];
  for (const line of toTable(rows.map((row) => row.map(String)))) print(line);
}

const COLUMN_MIN = 5;

/** Left-aligned columns as wide as their longest cell, one blank between them, the last one unpadded. */
function toTable(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(COLUMN_MIN - 1, ...rows.map((row) => row[column]?.length ?? 0)) + 1;
  const [header = []] = rows;
  const widths = header.map((_, column) => width(column));
  return rows.map((row) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join(""),
  );
}
