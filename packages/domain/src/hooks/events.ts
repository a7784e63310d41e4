/** Every event of an answer, in Forgejo's order, with the words of a request that stand for it. */
const events: readonly (readonly [event: string, ...words: readonly string[]])[] = [
  ["create", "create"],
  ["delete", "delete"],
  ["fork", "fork"],
  ["push", "push"],
  ["issues", "issues", "issues_only"],
  ["issue_assign", "issues", "issue_assign"],
  ["issue_label", "issues", "issue_label"],
  ["issue_milestone", "issues", "issue_milestone"],
  ["issue_comment", "issues", "issue_comment"],
  ["pull_request", "pull_request", "pull_request_only"],
  ["pull_request_assign", "pull_request", "pull_request_assign"],
  ["pull_request_label", "pull_request", "pull_request_label"],
  ["pull_request_milestone", "pull_request", "pull_request_milestone"],
  ["pull_request_comment", "pull_request", "pull_request_comment"],
  ["pull_request_review_approved", "pull_request", "pull_request_review"],
  ["pull_request_review_rejected", "pull_request", "pull_request_review"],
  ["pull_request_review_comment", "pull_request", "pull_request_review"],
  ["pull_request_sync", "pull_request", "pull_request_sync"],
  ["wiki", "wiki"],
  ["repository", "repository"],
  ["release", "release"],
  ["package", "package"],
  ["pull_request_review_request", "pull_request", "pull_request_review_request"],
  ["action_run_failure", "action_run_failure"],
  ["action_run_recover", "action_run_recover"],
  ["action_run_success", "action_run_success"],
];

/** The events that a request asks for; without a word `push`, and words that are no event's are dropped in silence. */
export function toEvents(words: readonly string[] | undefined): string[] {
  const asked = new Set(words?.length ? words.map((word) => word.toLowerCase()) : ["push"]);
  return events.filter(([, ...synonyms]) => synonyms.some((word) => asked.has(word))).map(([event]) => event);
}
