import { validate } from "@apidevtools/swagger-parser";
import { openApiDocument, operationsOf } from "@mintmark/domain";
import { describe, expect, test } from "vitest";
import { toSwagger } from "./swagger.ts";

const ROOT_URL = "https://forge.example.org";
const swagger = JSON.parse(JSON.stringify(toSwagger(openApiDocument(), ROOT_URL)));

describe("the Swagger 2.0 document", () => {
  test("is valid: its form, its references and the names in its paths", async () => {
    await expect(validate(structuredClone(swagger))).resolves.toMatchObject({ swagger: "2.0", basePath: "/api/v1" });
  });

  test("has every operation below /api/v1, and no other", () => {
    const expected = operationsOf().flatMap(({ method, path }) =>
      path.startsWith("/api/v1/") ? [`${method} ${path.slice("/api/v1".length)}`] : [],
    );

    const documented = Object.entries<object>(swagger.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(documented.toSorted()).toEqual(expected.toSorted());
  });

  test("defines what its paths use, and nothing else", () => {
    const names = Object.keys(swagger.definitions);

    expect(names).toEqual(expect.arrayContaining(["User", "AccessToken", "RepositoryMeta", "APIError"]));
    for (const name of names) expect(JSON.stringify(swagger)).toContain(`"#/definitions/${name}"`);
    expect(names).not.toContain("Capabilities");
  });

  test("asks for a credential with Forgejo's schemes, and for none where none is needed", () => {
    expect(Object.keys(swagger.securityDefinitions)).toEqual([
      "BasicAuth",
      "AuthorizationHeaderToken",
      "SudoParam",
      "SudoHeader",
    ]);
    expect(swagger.paths["/version"].get.security).toEqual([]);
    expect(swagger.paths["/user"].get).not.toHaveProperty("security");
  });

  test("tells bodies, answers, empty answers and texts as that version does", () => {
    const create = swagger.paths["/admin/users/{username}/tokens"].post;

    expect(create.parameters).toContainEqual({
      in: "body",
      name: "body",
      required: true,
      schema: { $ref: "#/definitions/CreateAccessTokenOption" },
    });
    expect(create.responses["201"].schema).toEqual({ $ref: "#/definitions/AccessToken" });
    expect(swagger.paths["/user/keys/{id}"].delete.responses["204"]).not.toHaveProperty("schema");
    expect(swagger.paths["/user/gpg_key_token"].get).toMatchObject({
      produces: ["text/plain", "application/json"],
      responses: { "200": { schema: { type: "string" } } },
    });
    expect(swagger.paths["/admin/users"].get.responses["200"].headers["X-Total-Count"]).toMatchObject({
      type: "integer",
    });
  });

  test("has integers of 64 bits, and says what may be null", () => {
    expect(swagger.definitions.User.properties.id).toEqual({ type: "integer", format: "int64" });
    expect(swagger.definitions.Team.properties.organization).toEqual({
      allOf: [{ $ref: "#/definitions/Organization" }],
      "x-nullable": true,
    });
    expect(swagger.definitions.GPGSubkey.properties.emails).toEqual({ "x-nullable": true });
    expect(swagger.definitions.AccessToken.properties.repositories).toMatchObject({
      type: "array",
      items: { $ref: "#/definitions/RepositoryMeta" },
      "x-nullable": true,
    });
  });
});

test("a generated client can leave out what a body may lack", () => {
  const { CreateAccessTokenOption, CreateUserOption, User } = swagger.definitions;

  expect(CreateAccessTokenOption.properties.expires_at).toMatchObject({ format: "date-time", "x-nullable": true });
  expect(CreateAccessTokenOption.properties.name).not.toHaveProperty("x-nullable");
  expect(CreateUserOption.properties.must_change_password).toMatchObject({ type: "boolean", "x-nullable": true });
  expect(User.properties.login).not.toHaveProperty("x-nullable");
});

test("a choice that Swagger 2.0 cannot tell stops the start", () => {
  const document = openApiDocument();
  document.components = { schemas: { Odd: { anyOf: [{ type: "string" }, { type: "boolean" }] } } };

  expect(() => toSwagger(document, ROOT_URL)).toThrow("Swagger 2.0 has no choice between schemas");
});
