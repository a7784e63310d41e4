import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { json, serve } from "../test/loopback.ts";
import { listAll } from "./index.ts";

describe("listAll", () => {
  const everyone = Array.from({ length: 7 }, (_, index) => ({ id: index, login: `bot-${index}` }));

  test("yields every element although the server gives smaller pages than asked for", async () => {
    const pages: (string | null)[] = [];
    const client = await serve((req, res) => {
      pages.push(new URL(req.url ?? "", "http://host.example").searchParams.get("page"));
      json(res, 200, pageOf(everyone, req, 3), { "x-total-count": "7" });
    });

    const found = await collect(listAll(client, "/api/v1/admin/users", {}));

    expect(found).toEqual(everyone);
    expect(pages).toEqual(["1", "2", "3"]);
  });

  test("ends at an empty page although the total counts more", async () => {
    const client = await serve((req, res) => json(res, 200, pageOf(everyone, req, 50), { "x-total-count": "9" }));

    expect(await collect(listAll(client, "/api/v1/admin/users", {}))).toHaveLength(7);
  });

  test("asks once for a list that the server does not page", async () => {
    let count = 0;
    const client = await serve((_req, res) => {
      count++;
      json(res, 200, everyone);
    });

    expect(await collect(listAll(client, "/api/v1/admin/users", {}))).toHaveLength(7);
    expect(count).toBe(1);
  });

  test("reads the list that a search has in its data", async () => {
    const client = await serve((_req, res) => json(res, 200, { ok: true, data: everyone }));

    expect(await collect(listAll(client, "/api/v1/users/search", {}))).toEqual(everyone);
  });

  test("asks for no page that nobody reads", async () => {
    let count = 0;
    const client = await serve((req, res) => {
      count++;
      json(res, 200, pageOf(everyone, req, 3), { "x-total-count": "7" });
    });

    for await (const found of listAll(client, "/api/v1/admin/users", {})) if (found.login === "bot-2") break;

    expect(count).toBe(1);
  });

  test("a list beyond the bound is an error and not cut short", async () => {
    const client = await serve((_req, res) => json(res, 200, everyone, { "x-total-count": "999" }));

    await expect(collect(listAll(client, "/api/v1/admin/users", {}, { maxItems: 20 }))).rejects.toThrow(
      "more than 20 elements",
    );
  });
});

function pageOf<Element>(all: readonly Element[], req: IncomingMessage, size: number): readonly Element[] {
  const page = Number(new URL(req.url ?? "", "http://host.example").searchParams.get("page"));
  return all.slice((page - 1) * size, page * size);
}

async function collect<Element>(elements: AsyncIterable<Element>): Promise<Element[]> {
  const all: Element[] = [];
  for await (const element of elements) all.push(element);
  return all;
}
