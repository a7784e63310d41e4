import { openApiDocument, operationsOf } from "@mintmark/domain";

/** A secret that can be found again, wherever it went. */
export type Canary = {
  readonly what: string;
  readonly value: string;
  /** The only answers that may hold it. */
  readonly shownBy: RegExp | undefined;
};

/** Raw, in hexadecimal, and in base64 wherever in a longer text it begins; the signs that its neighbours would change are left out. */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    return encoded.slice(Math.ceil((shift * 8) / 6), -1);
  });
  return [value, bytes.toString("hex"), bytes.toString("hex").toUpperCase(), ...shifted];
}

export const found = (canaries: readonly Canary[], haystack: string): string[] =>
  canaries.filter(({ value }) => formsOf(value).some((form) => haystack.includes(form))).map(({ what }) => what);

/** The same for a large file, in one pass: its bytes are looked at four at a time, as what a form may begin with. */
export function foundInFile(canaries: readonly Canary[], content: Buffer): string[] {
  const forms = canaries.flatMap(({ what, value }) =>
    formsOf(value).map((form) => ({ what, bytes: Buffer.from(form) })),
  );
  const byStart = Map.groupBy(forms, ({ bytes }) => bytes.readUInt32BE(0));
  const hits = new Set<string>();
  let four = 0;
  for (let at = 0; at < content.length; at++) {
    four = ((four << 8) | (content[at] ?? 0)) >>> 0;
    if (four === 0) continue;
    for (const { what, bytes } of byStart.get(four) ?? []) {
      if (content.subarray(at - 3, at - 3 + bytes.length).equals(bytes)) hits.add(what);
    }
  }
  return [...hits];
}

/** Method and path of every operation that takes or gives what is called like a secret, by the document. */
export function secretiveOperations(): string[] {
  const { paths, components } = openApiDocument();
  const fieldsOf = (answer: unknown): string[] => {
    const schema = memberOf(memberOf(memberOf(answer, "content"), "application/json"), "schema");
    const name = /^#\/components\/schemas\/(.*)$/.exec(String(memberOf(schema, "$ref")))?.[1];
    return Object.keys(Object(memberOf(name === undefined ? schema : components?.schemas?.[name], "properties")));
  };
  return operationsOf()
    .filter(({ method, path, success, body }) => {
      const answer = memberOf(memberOf(memberOf(paths?.[path], method.toLowerCase()), "responses"), String(success));
      return [...Object.keys(body?.shape ?? {}), ...fieldsOf(answer)].some(isSecretive);
    })
    .map(({ method, path }) => `${method} ${path}`);
}

const isSecretive = (field: string): boolean =>
  field !== "must_change_password" && /passw|secret|token$|sha1|^data$|^config$|authorization/i.test(field);

const memberOf = (value: unknown, key: string): unknown => Reflect.get(Object(value), key);
