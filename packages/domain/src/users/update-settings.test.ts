import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { findUserById } from "./find.ts";
import { getUserSettings } from "./get-settings.ts";
import type { User } from "./table.ts";
import { updateUserSettings } from "./update-settings.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let user: User;
let self: ReturnType<typeof callAs>;
beforeEach(async () => {
  user = await aUser(ctx);
  self = callAs(ctx, aPrincipal(user));
});

describe("settings", () => {
  test("that are not named stay, whichever table they lie in", async () => {
    await self.users.updateSettings({ location: "Here", theme: "dark", hide_activity: true, hide_email: true });

    const after = await self.users.updateSettings({ pronouns: "it", diff_view_style: "split" });

    expect(after).toMatchObject({
      location: "Here",
      theme: "dark",
      hide_activity: true,
      pronouns: "it",
      diff_view_style: "split",
      enable_repo_unit_hints: true,
    });
  });

  test("are one's own: another user's are untouched", async () => {
    const other = await aUser(ctx);
    const before = await getUserSettings(ctx, other);

    await self.users.updateSettings({ full_name: "New", theme: "dark" });

    const reread = await findUserById(ctx, other.id);
    expect(await getUserSettings(ctx, reread ?? user)).toEqual(before);
  });

  test("change as a whole or not at all", async () => {
    const settings = { ...ctx.settings, validSiteUrlSchemes: ["https"] };
    const attempt = updateUserSettings({ ...ctx, settings }, user, { theme: "dark", website: "http://example.org" });

    await expect(attempt).rejects.toThrow("[Website]: Url");
    expect((await self.users.getSettings()).theme).toBe("forgejo-auto");
  });

  test("changed by twenty requests at once are all there afterwards", async () => {
    const options = Array.from({ length: 20 }, (_, index) =>
      index % 2 ? { location: "Here", theme: "dark" } : { pronouns: "it", hide_activity: true },
    );

    await Promise.all(options.map((option) => updateUserSettings(ctx, user, option)));

    const reread = await findUserById(ctx, user.id);
    expect(await getUserSettings(ctx, reread ?? user)).toMatchObject({
      location: "Here",
      pronouns: "it",
      theme: "dark",
      hide_activity: true,
    });
  });

  test("are recorded when they change, and not when they do not", async () => {
    const records = () => database.sql`
      select before, after from authority.audit_events where target_id = ${user.id} and action = 'user.update'`;

    await self.users.updateSettings({ location: "Here" });
    await self.users.updateSettings({});

    expect(await records()).toEqual([{ before: { location: "" }, after: { location: "Here" } }]);
  });
});
