import { generationName, type RemoteGeneration, type TokenView } from "./token-view.ts";

/**
 * The newest generation on the target, if it is above all that the journal knows. Each of ours is written down before it
 * is made, so somebody else made it, or the journal was lost or put back.
 */
export function newestUnknown({
  records,
  remote,
}: Pick<TokenView, "records" | "remote">): RemoteGeneration | undefined {
  const newest = remote.toSorted((a, b) => b.generation - a.generation)[0];
  return newest && records.every(({ generation }) => generation < newest.generation) ? newest : undefined;
}

/** Two provisioners that each end what the other one made would leave the consumers of both without a token again and again. */
export const strangerProblem = ({ key }: TokenView, { generation }: RemoteGeneration): string =>
  `${generationName(key.token, generation)} exists and this journal did not make it, so another provisioner may own this bot; declare it in one of them alone, then \`mintmark rotate ${key.account}\` there makes a token of its own and ends that one`;
