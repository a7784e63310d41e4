import { z } from "zod";
import {
  onOrganizationActions,
  onOwnActions,
  onRepositoryActions,
  organizationActions,
  ownActions,
  repositoryActions,
} from "../actions/on-actions.ts";
import type { ActionsOwner } from "../actions/owner.ts";
import type { RequestContext } from "../context.ts";
import { type PageInput, pageInput, replyWithTotal, toPageOrAll } from "../page.ts";
import { type Meta, router } from "../trpc.ts";
import { createActionRunner } from "./create.ts";
import { deleteActionRunner } from "./delete.ts";
import { getActionRunner } from "./find.ts";
import { listActionRunners } from "./list.ts";
import { registrationToken } from "./registration-token.ts";
import {
  type RegisterRunnerOptions,
  registerRunnerOptions,
  registerRunnerResponse,
  registrationTokenResponse,
  runnerResponse,
  runnerTarget,
} from "./schemas.ts";
import { toRunnerResponse } from "./to-response.ts";

const tags = ["actions"];

type Call<Input> = { readonly ctx: RequestContext & { readonly owner: ActionsOwner }; readonly input: Input };
type Target = z.output<typeof runnerTarget>;

const meta = (method: "GET" | "POST" | "DELETE", path: `/${string}`, summary: string): Meta => ({
  openapi: { method, path, tags, summary },
  ...(method === "POST" && { success: 201 }),
  ...(method === "DELETE" && { success: 204 }),
});

async function list({ ctx, input }: Call<PageInput>) {
  const { runners, total } = await listActionRunners(ctx, ctx.owner, toPageOrAll(input, ctx.settings));
  replyWithTotal(ctx, total);
  return runners.map(toRunnerResponse);
}

const get = async ({ ctx, input }: Call<Target>) =>
  toRunnerResponse(await getActionRunner(ctx, ctx.owner, input.runner_id));

async function create({ ctx, input }: Call<RegisterRunnerOptions>) {
  const { runner, token } = await createActionRunner(ctx, ctx.owner, input);
  return { id: runner.id, uuid: runner.uuid, token };
}

async function deleteOne({ ctx, input }: Call<Target>): Promise<void> {
  await deleteActionRunner(ctx, ctx.owner, await getActionRunner(ctx, ctx.owner, input.runner_id));
}

const getRegistrationToken = ({ ctx }: Call<unknown>) => ({ token: registrationToken(ctx, ctx.owner) });

// Forgejo's answer while no job waits, and none ever does here.
const listJobs = () => null;

export const actionRunnersRouter = router({
  listOwn: onOwnActions("read")
    .meta(meta("GET", `${ownActions}/runners`, "List one's own runners"))
    .input(pageInput)
    .output(z.array(runnerResponse))
    .query(list),
  createOwn: onOwnActions("write")
    .meta(meta("POST", `${ownActions}/runners`, "Register a runner of one's own"))
    .input(registerRunnerOptions)
    .output(registerRunnerResponse)
    .mutation(create),
  getRegistrationTokenOwn: onOwnActions("read")
    .meta(meta("GET", `${ownActions}/runners/registration-token`, "Get one's own token for registering runners"))
    .output(registrationTokenResponse)
    .query(getRegistrationToken),
  listJobsOwn: onOwnActions("read")
    .meta(meta("GET", `${ownActions}/runners/jobs`, "List the jobs that wait for one's own runners"))
    .output(z.null())
    .query(listJobs),
  getOwn: onOwnActions("read")
    .meta(meta("GET", `${ownActions}/runners/{runner_id}`, "Get a runner of one's own"))
    .input(runnerTarget)
    .output(runnerResponse)
    .query(get),
  deleteOwn: onOwnActions("write")
    .meta(meta("DELETE", `${ownActions}/runners/{runner_id}`, "Delete a runner of one's own"))
    .input(runnerTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfOrganization: onOrganizationActions("read")
    .meta(meta("GET", `${organizationActions}/runners`, "List an organization's runners"))
    .input(pageInput)
    .output(z.array(runnerResponse))
    .query(list),
  createOfOrganization: onOrganizationActions("write")
    .meta(meta("POST", `${organizationActions}/runners`, "Register a runner of an organization"))
    .input(registerRunnerOptions)
    .output(registerRunnerResponse)
    .mutation(create),
  getRegistrationTokenOfOrganization: onOrganizationActions("read")
    .meta(
      meta(
        "GET",
        `${organizationActions}/runners/registration-token`,
        "Get an organization's token for registering runners",
      ),
    )
    .output(registrationTokenResponse)
    .query(getRegistrationToken),
  listJobsOfOrganization: onOrganizationActions("read")
    .meta(meta("GET", `${organizationActions}/runners/jobs`, "List the jobs that wait for an organization's runners"))
    .output(z.null())
    .query(listJobs),
  getOfOrganization: onOrganizationActions("read")
    .meta(meta("GET", `${organizationActions}/runners/{runner_id}`, "Get a runner of an organization"))
    .input(runnerTarget)
    .output(runnerResponse)
    .query(get),
  deleteOfOrganization: onOrganizationActions("write")
    .meta(meta("DELETE", `${organizationActions}/runners/{runner_id}`, "Delete a runner of an organization"))
    .input(runnerTarget)
    .output(z.void())
    .mutation(deleteOne),

  listOfRepository: onRepositoryActions("read")
    .meta(meta("GET", `${repositoryActions}/runners`, "List a repository's runners"))
    .input(pageInput)
    .output(z.array(runnerResponse))
    .query(list),
  createOfRepository: onRepositoryActions("write")
    .meta(meta("POST", `${repositoryActions}/runners`, "Register a runner of a repository"))
    .input(registerRunnerOptions)
    .output(registerRunnerResponse)
    .mutation(create),
  getRegistrationTokenOfRepository: onRepositoryActions("read")
    .meta(
      meta(
        "GET",
        `${repositoryActions}/runners/registration-token`,
        "Get a repository's token for registering runners",
      ),
    )
    .output(registrationTokenResponse)
    .query(getRegistrationToken),
  listJobsOfRepository: onRepositoryActions("read")
    .meta(meta("GET", `${repositoryActions}/runners/jobs`, "List the jobs that wait for a repository's runners"))
    .output(z.null())
    .query(listJobs),
  getOfRepository: onRepositoryActions("read")
    .meta(meta("GET", `${repositoryActions}/runners/{runner_id}`, "Get a runner of a repository"))
    .input(runnerTarget)
    .output(runnerResponse)
    .query(get),
  deleteOfRepository: onRepositoryActions("write")
    .meta(meta("DELETE", `${repositoryActions}/runners/{runner_id}`, "Delete a runner of a repository"))
    .input(runnerTarget)
    .output(z.void())
    .mutation(deleteOne),
});
