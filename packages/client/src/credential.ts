/** Who asks: an access token, or name and password where Forgejo wants them. A function is asked for each request. */
export type Credential = Token | Password;
type Token = { readonly token: string | (() => string | Promise<string>) };
type Password = { readonly username: string; readonly password: string };

/** The value of the Authorization header, and what must appear in no message. */
export type Authorization = { readonly header: string | undefined; readonly secrets: readonly string[] };

export async function authorize(credential: Credential | undefined): Promise<Authorization> {
  if (!credential) return { header: undefined, secrets: [] };
  if ("password" in credential) {
    const { username, password } = credential;
    const encoded = Buffer.from(`${username}:${password}`).toString("base64");
    return { header: `Basic ${encoded}`, secrets: [encoded, password] };
  }
  const token = typeof credential.token === "string" ? credential.token : await credential.token();
  // Told here without the value: fetch would repeat it in its own message.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new TypeError("the token is empty or has characters that no header can carry, such as a line end: trim it");
  }
  return { header: `token ${token}`, secrets: [token] };
}
