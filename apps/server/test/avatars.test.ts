import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { asAdmin, send, startTestAuthority } from "./authority.ts";

const authority = await startTestAuthority();
afterAll(authority.stop);

const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGMwSJgARAwQCgAeDgSBHTXVHgAAAABJRU5ErkJggg==";
const setAvatar = (image: string) =>
  authority.send({ method: "POST", path: "/api/v1/user/avatar", authorization: asAdmin, json: { image } });
const pathOfAvatar = async () => {
  const { body } = await authority.send({ path: "/api/v1/user", authorization: asAdmin });
  return body.avatar_url.replace(authority.rootUrl, "");
};

describe("an avatar", () => {
  test("is served to everybody, as a picture that may be kept, until it is replaced", async () => {
    expect((await setAvatar(PIXEL)).status).toBe(204);
    const path = await pathOfAvatar();

    const answer = await authority.send({ path });

    expect(answer).toMatchObject({
      status: 200,
      headers: {
        "content-type": "image/png",
        "cache-control": "public, max-age=21600, immutable",
        "content-security-policy": "default-src 'none'; sandbox",
        "x-content-type-options": "nosniff",
      },
    });
    expect(answer.text).toContain("PNG");
    await setAvatar(PIXEL);
    expect((await authority.send({ path })).status).toBe(404);
  });

  test("that nobody has set is a picture too", async () => {
    await authority.send({ method: "DELETE", path: "/api/v1/user/avatar", authorization: asAdmin });

    const answer = await authority.send({ path: await pathOfAvatar() });

    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "image/png" } });
    expect(answer.text).toContain("PNG");
  });

  test.each(["x", "00000000-0000-0000-0000-000000000000", "%00", "..%2f..%2fetc%2fpasswd"])(
    "that is not there is 404: %s",
    async (id) => {
      expect((await authority.send({ path: `/avatars/${id}` })).status).toBe(404);
    },
  );

  test("may have the size of a file, where other bodies may not", async () => {
    const large = noise(550).toString("base64");
    expect(large.length).toBeGreaterThan(1_000_000);

    expect((await setAvatar(large)).status).toBe(204);
    expect((await setAvatar("A".repeat(2_100_000))).status).toBe(413);
    const elsewhere = await authority.send({
      method: "PATCH",
      path: "/api/v1/user/settings",
      authorization: asAdmin,
      json: { description: large },
    });
    expect(elsewhere.status).toBe(413);
  });

  test("can be sent as a form", async () => {
    const { status } = await send(authority.rootUrl, {
      method: "POST",
      path: `/api/v1/user/avatar?image=${encodeURIComponent(PIXEL)}`,
      authorization: asAdmin,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });

    expect(status).toBe(204);
  });
});

/** A PNG that does not compress, so that its size is what its sides say. */
function noise(side: number): Buffer {
  const lines = Array.from({ length: side }, () => Buffer.concat([Buffer.alloc(1), randomBytes(side * 3)]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
