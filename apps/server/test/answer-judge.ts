import type { Operation } from "@mintmark/domain";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";

const contractDocument = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        responses: z.record(
          z.string(),
          z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() }),
        ),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: unknown;
};

/** Tells in what an answer is not as the document describes the operation's answers; nothing when it is. */
export function createAnswerJudge(document: unknown): (operation: Operation, answer: Answer) => string[] {
  const { paths, components } = contractDocument.parse(document);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", components });
  const validators = new Map<string, ValidateFunction>();

  return ({ method, path }, { status, headers, text, body }) => {
    const responses = paths[path]?.[method.toLowerCase()]?.responses;
    if (!responses) return [`${method} ${path} is not in the document`];
    const key = String(status) in responses ? String(status) : "default";
    const isSuccess = status < 300;
    if (isSuccess && key === "default") return [`the document knows no success with ${status}`];
    const content = responses[key]?.content;
    if (!content) return text === "" ? [] : [`${status} has a body, which the document does not know: ${text}`];
    const [mediaType, schema] = Object.entries(content)[0] ?? [];
    const sent = String(headers["content-type"]).split(";")[0];
    if (sent !== mediaType) return [`${status} came as ${sent}, and not as ${mediaType}: ${text}`];
    if (mediaType !== "application/json") return [];
    const name = `${method} ${path} ${key}`;
    const validate =
      validators.get(name) ?? ajv.compile(JSON.parse(JSON.stringify(schema?.schema).replaceAll('"#/', '"contract#/')));
    validators.set(name, validate);
    return validate(body)
      ? []
      : (validate.errors ?? []).map((error) => `${status} ${error.instancePath} ${error.message}: ${text}`);
  };
}
