import { z } from "zod";
import { duration, envelope, secretSource, setting } from "./fields.ts";

const mount = (fallback: string) =>
  z
    .string()
    // A URL resolves the parts . and .. before it is sent.
    .regex(/^(?!(.*\/)?\.\.?(\/|$))[^/\s?#%]+(\/[^/\s?#%]+)*$/, { error: "must be the path of a mount" })
    .default(fallback)
    .describe("Where the method is mounted, below `auth/`.");

const auth = z
  .strictObject({
    token: secretSource.optional().describe("A token of the store, such as one that an agent keeps in a file."),
    appRole: z
      .strictObject({ mount: mount("approle"), roleId: secretSource, secretId: secretSource })
      .optional()
      .describe("AppRole: a role id and a secret id."),
    kubernetes: z
      .strictObject({
        mount: mount("kubernetes"),
        role: z.string().min(1).describe("What that service account may be there."),
        jwt: secretSource.default({ fromFile: "/var/run/secrets/kubernetes.io/serviceaccount/token" }),
      })
      .optional()
      .describe("The service account of the pod that this runs in."),
  })
  .refine((methods) => Object.values(methods).filter((one) => one !== undefined).length === 1, {
    error: "must name exactly one of token, appRole, kubernetes",
  })
  .meta({ minProperties: 1, maxProperties: 1 })
  .describe("How to sign in.");

const vault = z.strictObject({
  url: setting("an https address").describe("Its address, without `/v1`. http is for this machine only."),
  mount: mount("secret").describe("Where the KV version 2 engine is mounted."),
  namespace: z.string().min(1).optional().describe("The namespace of Vault Enterprise or OpenBao."),
  caFile: z
    .string()
    .min(1)
    .optional()
    .describe("Certificates to trust instead of the system's. Verification cannot be turned off."),
  auth,
});

const kubernetes = z.strictObject({
  kubeconfig: secretSource
    .optional()
    .describe("Unset: the service account of the pod that this runs in. Credential plugins are not run."),
  context: z.string().min(1).optional().describe("Unset: the kubeconfig's current one."),
});

export const storeDocument = envelope(
  "Store",
  z
    .strictObject({
      vault: vault.optional().describe("HashiCorp Vault or OpenBao. This or `kubernetes`."),
      kubernetes: kubernetes.optional().describe("A Kubernetes cluster. This or `vault`."),
      timeout: duration.default("10s").describe("For one request, answer included."),
    })
    .refine((spec) => (spec.vault === undefined) !== (spec.kubernetes === undefined), {
      error: "must name one of vault, kubernetes",
    }),
).describe("Where secrets are kept, and how to sign in there; sinks name it.");
