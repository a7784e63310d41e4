import { median, say } from "./measure.ts";
import { startProgram, stopProgram } from "./program.ts";
import { authorityFile, makeFolder } from "./workbench.ts";

/** From the command to the line that tells the port. */
export async function measureStart(): Promise<void> {
  const { env, remove } = await makeFolder();
  const starts: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const program = await startProgram(authorityFile, ["serve"], env);
    starts.push(program.startMs);
    await stopProgram(program);
  }
  remove();
  const [cold = 0, ...warm] = starts;
  say(
    `start to listening: first ${cold.toFixed(0)} ms (makes the database), then median ${median(warm).toFixed(0)} ms of 5`,
  );
}
