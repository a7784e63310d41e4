import sharp, { type Sharp } from "sharp";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { aPrincipal, aUser, callAs, createWorld } from "../../test/makers.ts";
import { createOrganization } from "../organizations/create.ts";
import { deleteUser } from "../users/delete.ts";
import type { User } from "../users/table.ts";
import { findAvatarPicture } from "./find.ts";
import { toAvatarPicture } from "./picture.ts";

const { database, ctx } = await createWorld();
afterAll(() => database.close());

let user: User;
beforeEach(async () => {
  user = await aUser(ctx);
});

const as = (one: User) => callAs(ctx, aPrincipal(one));
const aPicture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c00" } });
const base64 = async (picture: Sharp) => (await picture.png().toBuffer()).toString("base64");
const urlOf = async (one: User) => (await as(user).users.get({ username: one.name })).avatar_url;
const pictureAt = (url: string) => findAvatarPicture(ctx, url.replace("https://forge.example.org/avatars/", ""));
const rowsOf = async (one: User) => {
  const [row] = await database.sql`select count(*)::int as count from authority.avatars where user_id = ${one.id}`;
  return row?.count;
};

describe("a picture", () => {
  test("is found at the address that the user's answer names, which every upload changes", async () => {
    expect(await urlOf(user)).toBe("https://forge.example.org/assets/img/avatar_default.png");

    await as(user).avatars.update({ image: await base64(aPicture(30, 20)) });
    const first = await urlOf(user);
    await as(user).avatars.update({ image: await base64(aPicture(700, 900)) });
    const second = await urlOf(user);

    expect(await pictureAt(first)).toBeUndefined();
    const shown = await sharp(await pictureAt(second)).metadata();
    expect(shown).toMatchObject({ format: "png", width: 512, height: 512 });
  });

  test("of an organization is its owners' to set", async () => {
    const organization = await createOrganization(ctx, user, { username: `org-${user.id}` });
    const target = { org: organization.name, image: await base64(aPicture(2, 2)) };
    const stranger = await aUser(ctx);

    await expect(as(stranger).avatars.updateOfOrganization(target)).rejects.toThrow("Must be an organization owner");
    await as(user).avatars.updateOfOrganization(target);

    const { avatar_url } = await as(user).organizations.get({ org: organization.name });
    expect(await pictureAt(avatar_url)).toBeInstanceOf(Buffer);
    await as(user).avatars.deleteOfOrganization({ org: organization.name });
    expect(await pictureAt(avatar_url)).toBeUndefined();
  });

  test("of a repository is its administrators' to set, and goes with it", async () => {
    const { id } = await as(user).repositories.createOwn({ name: "thing" });
    const target = { owner: user.name, repo: "thing", image: await base64(aPicture(2, 2)) };
    const stranger = await aUser(ctx);
    const restricted = callAs(ctx, aPrincipal(user, ["write:repository"], [id])).avatars;

    await expect(as(stranger).avatars.updateOfRepository(target)).rejects.toThrow("user should be an owner");
    await expect(restricted.updateOfRepository(target)).rejects.toThrow("user should be an owner");
    await as(user).avatars.updateOfRepository(target);

    const { avatar_url } = await as(stranger).repositories.get(target);
    expect(await pictureAt(avatar_url)).toBeInstanceOf(Buffer);
    await as(user).avatars.deleteOfRepository(target);
    expect(await as(user).repositories.get(target)).toMatchObject({ avatar_url: "" });
    await as(user).avatars.updateOfRepository(target);
    await as(user).repositories.delete(target);
    const [row] = await database.sql`
      select count(*)::int as count from authority.avatars where repository_id = ${id}`;
    expect(row?.count).toBe(0);
  });

  test("is gone after deletion, twice without harm, and goes with the user", async () => {
    await as(user).avatars.update({ image: await base64(aPicture(2, 2)) });
    await as(user).avatars.delete();
    await as(user).avatars.delete();
    expect(await urlOf(user)).toMatch(/avatar_default/);

    const other = await aUser(ctx);
    await as(other).avatars.update({ image: await base64(aPicture(2, 2)) });
    await deleteUser(ctx, other, { purge: false });

    expect(await rowsOf(other)).toBe(0);
  });

  test("set many times at once is one, and the one that is named", async () => {
    const image = await base64(aPicture(2, 2));

    await Promise.all(Array.from({ length: 5 }, () => as(user).avatars.update({ image })));

    expect(await pictureAt(await urlOf(user))).toBeInstanceOf(Buffer);
    expect(await rowsOf(user)).toBe(1);
  });
});

describe("what is sent", () => {
  test("comes out without its metadata", async () => {
    const file = await aPicture(20, 20)
      .withExif({ IFD0: { Copyright: "canary", ImageDescription: "canary" } })
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(file.includes("canary")).toBe(true);

    const picture = await toAvatarPicture(file);

    expect(picture.includes("canary")).toBe(false);
    const { exif, icc, xmp, orientation } = await sharp(picture).metadata();
    expect({ exif, icc, xmp, orientation }).toEqual({});
  });

  test.each(["png", "jpeg", "gif", "webp"] as const)("may be %s", async (format) => {
    const picture = await toAvatarPicture(await aPicture(9, 5).toFormat(format).toBuffer());

    expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 5, height: 5 });
  });

  test("is refused with a status of the caller's when it is no picture, another kind, cut, too large or a bomb", async () => {
    const png = await aPicture(300, 300).png().toBuffer();
    const files = {
      text: Buffer.from("not a picture"),
      empty: Buffer.alloc(0),
      svg: Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
      ),
      tiff: await sharp({ create: { width: 9, height: 9, channels: 3, background: "#c00" } })
        .tiff()
        .toBuffer(),
      cut: png.subarray(0, png.length - 20),
      wide: await aPicture(5_000, 1).png().toBuffer(),
      bomb: await aPicture(8_000, 8_000).png({ compressionLevel: 9 }).toBuffer(),
      heavy: Buffer.concat([png, Buffer.alloc(1_048_576)]),
    };
    expect(files.bomb.length).toBeLessThan(1_048_576);

    for (const [kind, file] of Object.entries(files)) {
      await expect(toAvatarPicture(file), kind).rejects.toMatchObject({ code: "unprocessable" });
    }
  });

  test("in too great a number at once is refused, not queued without end", async () => {
    const file = await aPicture(2_000, 2_000).png().toBuffer();

    const results = await Promise.allSettled(Array.from({ length: 30 }, () => toAvatarPicture(file)));

    const refusals = results.filter(({ status }) => status === "rejected");
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toMatchObject({ reason: { code: "too_many_requests" } });
  });
});
