export async function runOperatorCommand(args: readonly string[]): Promise<number> {
  return args.length;
}
