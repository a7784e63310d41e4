import type { Client } from "@mintmark/client";
import type { NewAccount } from "./target.ts";
import { TargetError } from "./target-error.ts";
import { ifFound } from "./translate-error.ts";

/** Makes an account; of one whose name or address is taken, the refusal also says what it is called there now. */
export async function explainRefusal(client: Client, { name }: NewAccount, create: () => Promise<void>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof TargetError) || error.status !== 422) throw error;
    const { kind, mayHaveHappened } = error;
    const hint = await hintFor(client, name);
    throw new TargetError(kind, `${error.message}${hint}`, { cause: error, status: 422, mayHaveHappened });
  }
}

async function hintFor(client: Client, name: string): Promise<string> {
  const then = "give it its name back, or declare the new one and adopt it";
  const params = { path: { username: name } };
  // A renamed account answers under its old name too. That it is not known changes nothing of the refusal.
  const found = await ifFound(() => client.GET("/api/v1/users/{username}", { params })).catch(() => undefined);
  const login = found?.data.login;
  if (login !== undefined && login.toLowerCase() !== name.toLowerCase())
    return `; ${name} is called ${login} there now; ${then}`;
  return `; if ${name} was renamed there, ${then}`;
}
