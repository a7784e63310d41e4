import { describe, expect, test } from "vitest";
import { writeApiPage } from "./api-page.ts";
import { writeConfigurationPage } from "./configuration-page.ts";
import { readForgejoOperations } from "./forgejo-operations.ts";
import { writeManifestPage } from "./manifest-page.ts";
import { readOperations } from "./operations.ts";
import { writeScopesPage } from "./scopes-page.ts";

const document = {
  paths: {
    "/api/v1/user": {
      get: { tags: ["user"], summary: "Get oneself", "x-policy": { kind: "scopes", groups: [["read:user"]] } },
    },
    "/api/v1/repos/{owner}/{repo}": {
      delete: { tags: ["repository"], summary: "Delete it", "x-policy": { kind: "by-owner", level: "write" } },
    },
    "/api/mintmark/v1/capabilities": {
      get: {
        tags: ["instance"],
        summary: "Tell more",
        "x-mintmark": true,
        "x-policy": { kind: "none", reason: "tells a | b" },
      },
    },
  },
};
const operations = readOperations(JSON.stringify(document));

describe("docs/api.md", () => {
  test("has every route with its scope, and marks those that Forgejo lacks", () => {
    const page = writeApiPage(operations, []);

    expect(page).toContain("| `GET /api/v1/user` | `read:user` | Get oneself |  |");
    expect(page).toContain("| `DELETE /api/v1/repos/{owner}/{repo}` | `write:…` of the owner | Delete it |  |");
    expect(page).toContain("| `GET /api/mintmark/v1/capabilities` | none | Tell more | *Mintmark* |");
  });

  test("has every route of Forgejo: offered, whatever its parameters are called, or not offered, and why", () => {
    const forgejos = readForgejoOperations(
      "GET /api/v1/user\nDELETE /api/v1/repos/{o}/{r}\nGET /api/v1/repos/{owner}/{repo}/branches\n",
    );

    const page = writeApiPage(operations, forgejos);

    expect(page).toContain("Of the 3 operations of Forgejo's document 2 are offered.");
    expect(page).toContain("| `GET /api/v1/repos/{owner}/{repo}/branches` | Git content: this is no Git host. |");
    expect(page).not.toContain("{o}");
  });

  test("is not written while nobody says why a route is not offered", () => {
    expect(() => writeApiPage(operations, readForgejoOperations("GET /api/v1/nowhere"))).toThrow(
      "GET /api/v1/nowhere is not offered",
    );
  });

  test("is not written for a route without a policy", () => {
    const naked = { paths: { "/naked": { get: { tags: ["user"], summary: "No policy" } } } };

    expect(() => readOperations(JSON.stringify(naked))).toThrow("get /naked has no tag, no summary or no x-policy");
  });
});

describe("docs/scopes.md", () => {
  test("says for each scope what it opens", () => {
    const page = writeScopesPage(operations);

    expect(page).toContain("| `read:user` | `GET /api/v1/user` |");
    expect(page).toContain("| `write:package` | no route of this server |");
    expect(page).toContain("- `GET /api/mintmark/v1/capabilities`: tells a | b");
  });
});

describe("docs/manifest.md", () => {
  test("has every field of every kind, with its default and its forms", () => {
    const duration = { type: "string", default: "30s", description: "How long." };
    const word = { enum: ["a", "b"], description: "Which." };
    const source = { anyOf: [{ properties: { fromFile: {} } }, { properties: { fromEnvironment: {} } }] };
    const sinks = { items: { properties: { path: { description: "Where to." } }, required: ["path"] } };
    const spec = { properties: { timeout: duration, word, source, sinks }, required: ["source"] };
    const properties = {
      kind: { const: "Store" },
      spec,
      metadata: { properties: { name: { description: "Its name." } } },
    };

    const page = writeManifestPage({ anyOf: [{ properties, description: "Where secrets are kept." }] });

    expect(page).toContain("| `metadata.name` | required | Its name. |");
    expect(page).toContain("## Store\n\nWhere secrets are kept.\n");
    expect(page).toContain("| `spec.timeout` | `30s` | How long. |");
    expect(page).toContain("| `spec.word` | unset | Which. `a` or `b`. |");
    expect(page).toContain("| `spec.source` | required | One of `{ fromFile: … }` or `{ fromEnvironment: … }`. |");
    expect(page).toContain("| `spec.sinks[].path` | required | Where to. |");
  });
});

describe("docs/configuration.md", () => {
  test("has every variable with its default and its words", () => {
    const variable = { name: "MINTMARK_LEVEL", description: "How much.", fallback: "a", words: ["a", "b"] };

    const page = writeConfigurationPage([{ program: "The authority", variables: [variable] }]);

    expect(page).toContain("| `MINTMARK_LEVEL` | `a` | How much. One of `a`, `b`. |");
  });
});
