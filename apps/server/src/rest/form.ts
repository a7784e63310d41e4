import { DecodeError } from "./decode-error.ts";

export type FormRequest = {
  readonly method: string;
  readonly contentType: string | undefined;
  readonly body: Buffer | undefined;
};

/**
 * The fields of a urlencoded body, undefined when the body is something else. As in Go, only POST, PUT and PATCH have one, and
 * a pair with a bad escape or a semicolon is dropped.
 */
export function formValues({ method, contentType, body }: FormRequest): URLSearchParams | undefined {
  const mediaType = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  if (mediaType !== "application/x-www-form-urlencoded" || !["POST", "PUT", "PATCH"].includes(method)) return undefined;
  const pairs = (body ?? Buffer.alloc(0)).toString("utf8").split("&");
  return new URLSearchParams(pairs.filter((pair) => !/;|%(?![0-9A-Fa-f]{2})/.test(pair)).join("&"));
}

/**
 * The text fields of a multipart body; files are left out.
 *
 * @throws DecodeError when the body does not have the form that its content type says.
 */
export async function multipartValues(contentType: string, body: Buffer | undefined): Promise<URLSearchParams> {
  const values = new URLSearchParams();
  for (const [name, value] of await parseMultipart(contentType, body)) {
    if (typeof value === "string") values.append(name, value);
  }
  return values;
}

async function parseMultipart(contentType: string, body: Buffer | undefined): Promise<FormData> {
  const response = new Response(body ?? "", { headers: { "content-type": contentType } });
  try {
    return await response.formData();
  } catch (cause) {
    throw new DecodeError("multipart: the body is malformed", { cause });
  }
}
