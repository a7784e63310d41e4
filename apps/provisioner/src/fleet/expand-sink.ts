import { isAbsolute, resolve } from "node:path";
import { parseDuration } from "./duration.ts";
import { expand, type Values } from "./expand.ts";
import type { DeclaredSink, SinkOwner } from "./fleet.ts";
import type { SinkSpec } from "./sink-schema.ts";

/** One sink of an expanded token. Relative paths start at `folder`. */
export function expandSink(spec: SinkSpec, owner: SinkOwner, values: Values, folder: string): DeclaredSink {
  const fill = (text: string): string => expand(text, values);
  const { file, dotenv, exec, vaultKv2, kubernetesSecret, actionsSecret } = spec;
  if (file) {
    const { keepPrevious } = file;
    return { kind: "file", path: resolve(folder, fill(file.path)), ...(keepPrevious && { keepPrevious }) };
  }
  if (dotenv) return { kind: "dotenv", path: resolve(folder, fill(dotenv.path)), key: fill(dotenv.key) };
  if (exec) {
    const program = fill(exec.program);
    return {
      kind: "exec",
      program: program.includes("/") && !isAbsolute(program) ? resolve(folder, program) : program,
      args: exec.args.map(fill),
      timeoutMs: parseDuration(exec.timeout),
      read: exec.read,
      passEnvironment: exec.passEnvironment,
      owner,
    };
  }
  if (vaultKv2) {
    const { store, path, field } = vaultKv2;
    return { kind: "vaultKv2", store, path: fill(path), field: fill(field) };
  }
  if (kubernetesSecret) {
    const { store, namespace, name, key, takeOver } = kubernetesSecret;
    return { kind: "kubernetesSecret", store, namespace: fill(namespace), name: fill(name), key: fill(key), takeOver };
  }
  if (actionsSecret) {
    const { repository, organization = "", name } = actionsSecret;
    const of = repository === undefined ? { organization: fill(organization) } : { repository: fill(repository) };
    // The server keeps names in capitals.
    return { kind: "actionsSecret", target: owner.target, of, name: fill(name).toUpperCase() };
  }
  throw new Error("a sink without a kind passed the schema");
}
