import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { checkFiles, writeFiles } from "./generated-file.ts";
import type { OpenApiDocument } from "./openapi-document.ts";
import { writeOperations } from "./operations.ts";
import { writeSchema } from "./schema.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const bot = { $ref: "#/components/schemas/Bot" };
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "small", version: "1" },
  paths: {
    "/bots": { get: { responses: { 200: json({ type: "array", items: bot }), 404: json({}) } } },
    "/bots/{id}": { delete: { responses: { 204: {} } }, patch: { responses: { 200: json(bot) } } },
    "/metrics": { get: { responses: { 200: { content: { "text/plain": {} } } } } },
  },
  components: { schemas: { Bot: { type: "object", required: ["id", "name"] } } },
};

describe("writeOperations", () => {
  test("tells the statuses of success and their bodies", () => {
    const text = writeOperations(document);

    expect(text).toContain('"GET /bots": { 200: "Bot[]" },');
    expect(text).toContain('"DELETE /bots/{id}": { 204: "" },');
    expect(text).toContain('"PATCH /bots/{id}": { 200: "Bot" },');
    expect(text).toContain('"GET /metrics": { 200: "text" },');
    expect(text).toContain('Bot: "id",');
  });
});

describe("writeSchema", () => {
  test("gives the same text for the same document", async () => {
    expect(await writeSchema(document)).toBe(await writeSchema(structuredClone(document)));
  });
});

describe("a generated file", () => {
  test("that is not current is named by the check, and left as it is", async () => {
    const path = await aFile("old");
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());

    expect(await checkFiles([{ path, text: "new" }])).toBe(false);
    expect(said.mock.lastCall?.[0]).toContain("is not current: run `npm run generate`");
    expect(await readFile(path, "utf8")).toBe("old");
  });

  test("is current once it was written", async () => {
    const files = [{ path: await aFile("old"), text: "new" }];
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    onTestFinished(() => said.mockRestore());

    await writeFiles(files);

    expect(await checkFiles(files)).toBe(true);
  });
});

async function aFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "mintmark-codegen-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "file.txt");
  await writeFile(path, text);
  return path;
}
