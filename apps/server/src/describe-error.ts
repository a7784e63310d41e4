/**
 * Name, message and place of an error and of what caused it, for the log. SECURITY: without any value that a client sent or a
 * row holds, such as the parameters that drizzle writes into its messages.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const own = `${error.name}: ${safeMessage(error)}${framesOf(error)}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describeError(error.cause)}`;
}

function safeMessage(error: Error): string {
  if ("params" in error && "query" in error) return `Failed query: ${error.query}`;
  const leftOut = "(the message may hold a value, and is left out)";
  // Class 22 of PostgreSQL are data exceptions, which quote the data; details are no part of any message.
  if ("code" in error && /^22\w{3}$/.test(String(error.code))) return `${error.code} ${leftOut}`;
  return error instanceof SyntaxError ? leftOut : error.message;
}

/** What stands behind the message in the stack; nothing where the message cannot be told from the rest. */
function framesOf({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? "" : stack.slice(at + message.length).replace(/^(?!\n).*/, "");
}
