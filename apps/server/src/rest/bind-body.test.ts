import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type BodyRequest, bindBody } from "./bind-body.ts";

const required = () => z.string().refine((value) => value !== "", { error: "Required", abort: true });

const tokenOption = z
  .object({
    name: required().refine((value) => value.length <= 255, "MaxSize"),
    scopes: z.array(z.string()).optional(),
    repositories: z.array(z.object({ owner: z.string(), name: z.string() }).meta({ id: "RepoTarget" })).optional(),
  })
  .meta({ id: "TokenOption" });

const userOption = z
  .object({
    source_id: z.int().optional(),
    login_name: z.string().optional(),
    username: required(),
    email: required(),
    must_change_password: z.boolean().optional(),
    send_notify: z.boolean().default(false),
    created_at: z.iso.datetime({ offset: true }).optional(),
    max_repo_creation: z.int().meta({ "x-go-type": "int" }).optional(),
  })
  .meta({ id: "UserOption" });

const applicationOptions = z
  .object({ name: required(), redirect_uris: z.array(z.string()), confidential_client: z.boolean().optional() })
  .meta({ id: "ApplicationOptions" });

const listOption = z
  .object({ scopes: z.array(z.string()).meta({ maxItems: 3 }), name: required() })
  .meta({ id: "ListOption" });

const renameOption = z
  .object({ new_username: required().meta({ "x-go-name": "NewName" }) })
  .meta({ id: "RenameOption" });

const hookOption = z
  .object({ config: z.record(z.string(), z.string()).optional(), extra: z.unknown().optional() })
  .meta({ id: "HookOption" });

type Sent = { method?: string; contentType?: string; body?: string; query?: string };

const request = ({ method = "POST", contentType, body, query = "" }: Sent): BodyRequest => ({
  method,
  contentType,
  body: body === undefined ? undefined : Buffer.from(body),
  query: new URLSearchParams(query),
});

const send = (schema: z.ZodObject, sent: Sent) => bindBody(schema, request(sent));

const json = (schema: z.ZodObject, body: unknown) =>
  send(schema, { contentType: "application/json", body: typeof body === "string" ? body : JSON.stringify(body) });

const form = (schema: z.ZodObject, body: string, more: Sent = {}) =>
  send(schema, { contentType: "application/x-www-form-urlencoded", body, ...more });

const refusal = (message: string) => expect.objectContaining({ name: "DomainError", code: "unprocessable", message });

describe("JSON", () => {
  test("takes what the schema names, in any case, and drops the rest", async () => {
    const body =
      '{"NAME": "a", "ſcopes": ["all"], "zzz": {"a": [1, null]}, "__proto__": {"x": 1}, "constructor": 1} tail';

    expect(await json(tokenOption, body)).toStrictEqual({ name: "a", scopes: ["all"] });
  });

  test("null is not given, within a list it is the zero value", async () => {
    const body = { name: "a", scopes: [null, "read:user"], repositories: null };

    expect(await json(tokenOption, body)).toStrictEqual({ name: "a", scopes: ["", "read:user"] });
  });

  test("missing texts of a nested object are empty", async () => {
    const body = { name: "a", repositories: [{}, { owner: "bob", extra: 1 }] };

    expect(await json(tokenOption, body)).toStrictEqual({
      name: "a",
      repositories: [
        { owner: "", name: "" },
        { owner: "bob", name: "" },
      ],
    });
  });

  test("the last of a repeated property counts", async () => {
    expect(await json(tokenOption, '{"name":"a","Name":"b","scopes":["all"],"scopes":null}')).toStrictEqual({
      name: "b",
    });
  });

  test("maps and values of any type are taken as they are", async () => {
    const body = '{"config": {"url": "x", "__proto__": "y", "none": null}, "extra": {"a": [1, "b", null, true]}}';

    expect(await json(hookOption, body)).toStrictEqual({
      config: Object.fromEntries([
        ["url", "x"],
        ["__proto__", "y"],
        ["none", ""],
      ]),
      extra: { a: [1, "b", null, true] },
    });
  });

  test.each(["", "{}", "null", "  \n"])("%j is the empty object", async (body) => {
    await expect(json(tokenOption, body)).rejects.toThrow(refusal("[Name]: Required"));
  });

  test.each(["application/json; charset=utf-8", "application/vnd.example+json", "text/json"])(
    "%s is JSON",
    async (contentType) => {
      expect(await send(tokenOption, { contentType, body: '{"name": "a"}' })).toStrictEqual({ name: "a" });
    },
  );

  test.each([
    [{ name: "t", scopes: "all" }, "string into Go struct field TokenOption.scopes of type []string"],
    [{ name: 5, scopes: ["all"] }, "number into Go struct field TokenOption.name of type string"],
    [{ name: "t", scopes: [1] }, "number into Go struct field TokenOption.scopes of type string"],
    [{ name: "t", scopes: { a: 1 } }, "object into Go struct field TokenOption.scopes of type []string"],
    [{ repositories: {} }, "object into Go struct field TokenOption.repositories of type []*structs.RepoTarget"],
    [{ repositories: ["b/x"] }, "string into Go struct field TokenOption.repositories of type structs.RepoTarget"],
    [{ repositories: [{ owner: 1 }] }, "number into Go struct field RepoTarget.repositories.owner of type string"],
    [{ name: "", scopes: "all" }, "string into Go struct field TokenOption.scopes of type []string"],
    [[], "array into Go value of type structs.TokenOption"],
    ['"text"', "string into Go value of type structs.TokenOption"],
    ["12", "number into Go value of type structs.TokenOption"],
    ["true", "bool into Go value of type structs.TokenOption"],
  ])("%j is told before any rule", async (body, message) => {
    await expect(json(tokenOption, body)).rejects.toThrow(refusal(`[]: json: cannot unmarshal ${message}`));
  });

  test.each([
    [{ must_change_password: "false" }, "string into Go struct field UserOption.must_change_password of type bool"],
    [{ must_change_password: 0 }, "number into Go struct field UserOption.must_change_password of type bool"],
    [{ source_id: "0" }, "string into Go struct field UserOption.source_id of type int64"],
    [{ source_id: 1.5 }, "number 1.5 into Go struct field UserOption.source_id of type int64"],
    ['{"source_id": 1e3}', "number 1e3 into Go struct field UserOption.source_id of type int64"],
    [
      '{"source_id": 9007199254740993}',
      "number 9007199254740993 into Go struct field UserOption.source_id of type int64",
    ],
    [{ max_repo_creation: true }, "bool into Go struct field UserOption.max_repo_creation of type int"],
    [{ username: 12, source_id: "0" }, "number into Go struct field UserOption.username of type string"],
  ])("%j is refused, the first mismatch of the body is told", async (body, message) => {
    await expect(json(userOption, body)).rejects.toThrow(refusal(`[]: json: cannot unmarshal ${message}`));
  });

  test("a bad time is told before a mismatch", async () => {
    const message = '[]: parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"';

    await expect(json(userOption, { username: 12, created_at: "yesterday" })).rejects.toThrow(refusal(message));
    await expect(json(userOption, { created_at: 5 })).rejects.toThrow(
      refusal("[]: Time.UnmarshalJSON: input is not a JSON string"),
    );
  });

  test("malformed JSON is told", async () => {
    await expect(json(tokenOption, '{"name": "t",}')).rejects.toThrow(
      refusal("[]: invalid character '}' looking for beginning of object key string"),
    );
  });
});

describe("rules", () => {
  test.each([
    [{}, "[Username]: Required"],
    [{ username: "one" }, "[Email]: Required"],
    [{ email: "one@example.org" }, "[Username]: Required"],
  ])("%j: the first failing field in the schema's order is told", async (body, message) => {
    await expect(json(userOption, body)).rejects.toThrow(refusal(message));
  });

  test("IN-16 of a list that is too long no entry is looked at, nor what comes after it", async () => {
    for (const entries of ["1,2,3,4", '"a",{},[],null', Array(10_000).fill("true").join()]) {
      await expect(json(listOption, `{"scopes":[${entries}],"name":7}`)).rejects.toEqual(refusal("[Scopes]: MaxSize"));
    }
    await expect(json(listOption, '{"scopes":[1,2,3],"name":"x"}')).rejects.toThrow("cannot unmarshal number");
  });

  test("a list that must be there may be empty", async () => {
    expect(await json(applicationOptions, { name: "a", redirect_uris: [] })).toStrictEqual({
      name: "a",
      redirect_uris: [],
    });
    await expect(json(applicationOptions, { name: "a" })).rejects.toThrow(refusal("[RedirectURIs]: Required"));
    await expect(json(applicationOptions, { name: "a", redirect_uris: null })).rejects.toThrow(
      refusal("[RedirectURIs]: Required"),
    );
  });

  test("null in the place of an object is refused", async () => {
    await expect(json(tokenOption, { name: "a", repositories: [null] })).rejects.toThrow(
      refusal("[Repositories]: Required"),
    );
  });

  test("a field is told by its Go name", async () => {
    await expect(json(renameOption, { new_name: "x" })).rejects.toThrow(refusal("[NewName]: Required"));
  });
});

describe("content types", () => {
  test.each(["text/plain", "application/xml", "application/octet-stream", "APPLICATION/JSON"])(
    "%s is refused",
    async (contentType) => {
      const sent = { contentType, body: '{"name": "a"}' };

      await expect(send(tokenOption, sent)).rejects.toThrow(refusal("[]: Unsupported Content-Type"));
    },
  );

  test.each(["POST", "PUT"])("%s without one is refused", async (method) => {
    await expect(send(tokenOption, { method })).rejects.toThrow(refusal("[]: Empty Content-Type"));
  });

  test("PATCH without one is a form that has the query's fields alone", async () => {
    const sent = { method: "PATCH", body: '{"name": "ignored"}', query: "name=Query" };

    expect(await send(tokenOption, sent)).toStrictEqual({ name: "Query" });
  });
});

describe("forms", () => {
  test("fields have the snake case of their Go names, lists take every value", async () => {
    const body = "name=a&redirect_ur_is=https%3A%2F%2Fa&redirect_ur_is=https%3A%2F%2Fb&confidential_client=true";

    expect(await form(applicationOptions, body)).toStrictEqual({
      name: "a",
      redirect_uris: ["https://a", "https://b"],
      confidential_client: true,
    });
    expect(await form(renameOption, "new_name=b")).toStrictEqual({ new_username: "b" });
  });

  test("the JSON name of such a field is not its form name", async () => {
    await expect(form(applicationOptions, "name=a&redirect_uris=x")).rejects.toThrow(
      refusal("[RedirectURIs]: Required"),
    );
    await expect(form(renameOption, "new_username=b")).rejects.toThrow(refusal("[NewName]: Required"));
  });

  test("numbers and booleans are read from text", async () => {
    const body = "username=a&email=e&must_change_password=false&send_notify=on&source_id=0&max_repo_creation=";

    expect(await form(userOption, body)).toStrictEqual({
      username: "a",
      email: "e",
      must_change_password: false,
      send_notify: true,
      source_id: 0,
      max_repo_creation: 0,
    });
  });

  test.each([
    ["source_id=x", "[SourceID]: Value could not be parsed as integer"],
    ["source_id=1.5", "[SourceID]: Value could not be parsed as integer"],
    ["must_change_password=yes", "[MustChangePassword]: Value could not be parsed as boolean"],
  ])("%s is refused", async (body, message) => {
    await expect(form(userOption, `username=a&email=e&${body}`)).rejects.toThrow(refusal(message));
  });

  test("the query's values are merged in behind the body's", async () => {
    const sent = { query: "name=q&scopes=read%3Aissue" };

    expect(await form(tokenOption, "name=b&scopes=read%3Auser", sent)).toStrictEqual({
      name: "b",
      scopes: ["read:user", "read:issue"],
    });
  });

  test("the body of a DELETE is no form", async () => {
    expect(await form(tokenOption, "name=b", { method: "DELETE", query: "name=q" })).toStrictEqual({ name: "q" });
  });

  test("a pair that is malformed is dropped", async () => {
    expect(await form(tokenOption, "scopes=%zz&scopes=a;b&scopes=all&name=a+b")).toStrictEqual({
      name: "a b",
      scopes: ["all"],
    });
  });

  test("JSON that is sent as a form has no fields", async () => {
    await expect(form(tokenOption, '{"name": "a"}')).rejects.toThrow(refusal("[Name]: Required"));
  });

  const multipart = (body: string) =>
    send(tokenOption, { contentType: "multipart/form-data; boundary=b", body, query: "scopes=read%3Aissue" });

  test("multipart fields are read, files are not", async () => {
    const body = [
      ...["--b", 'Content-Disposition: form-data; name="name"', "", "a"],
      ...["--b", 'Content-Disposition: form-data; name="scopes"; filename="f"', "", "all"],
      ...["--b", 'Content-Disposition: form-data; name="scopes"', "", "read:user", "--b--", ""],
    ].join("\r\n");

    expect(await multipart(body)).toStrictEqual({ name: "a", scopes: ["read:user", "read:issue"] });
  });

  test.each(["", "--b\r\nno", "nothing"])("the multipart body %j is malformed", async (body) => {
    await expect(multipart(body)).rejects.toThrow(refusal("[]: multipart: the body is malformed"));
  });
});

test("a schema without a name is a programming error", async () => {
  await expect(json(z.object({}), {})).rejects.toThrow("needs .meta({ id:");
});

test("a property that a closed struct lacks is refused with its name, whatever else is there", async () => {
  const filter = z.strictObject({ owner: z.string().optional() }).meta({ id: "Filter" });
  const option = z.object({ filter: filter.optional() }).meta({ id: "ClosedOption" });

  await expect(json(option, { filter: { OWNER: "bob" }, other: 1 })).resolves.toEqual({ filter: { owner: "bob" } });
  await expect(json(option, { filter: { owner: "bob", ownr: "bob" } })).rejects.toThrow(
    '[]: json: unknown field "ownr"',
  );
});
