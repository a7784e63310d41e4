import { access } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** What a program is about when it replaces a file. */
export const writeMoments = ["half written", "not yet renamed", "renamed"] as const;

export type WriteMoment = (typeof writeMoments)[number];

const lookMs = 20;

/**
 * NODE_OPTIONS of a process that stands still at one moment of replacing `file`, its event loop and all, for as long as
 * `gate` exists; and what tells when it does.
 */
export function heldWrite(moment: WriteMoment, { file, gate }: { readonly file: string; readonly gate: string }) {
  const reached = `${gate}.reached`;
  const preload = `
    import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const { moment, file, gate, reached } = ${JSON.stringify({ moment, file, gate, reached })};
    const hold = () => {
      if (!fs.existsSync(gate)) return;
      fs.writeFileSync(reached, "");
      while (fs.existsSync(gate)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${lookMs});
    };
    const isIt = (path) => String(path).endsWith("/." + file + ".mintmark-new");
    const { open, rename } = fs.promises;
    fs.promises.open = async (path, ...rest) => {
      const handle = await open(path, ...rest);
      if (!isIt(path) || moment !== "half written") return handle;
      const { writeFile } = handle;
      handle.writeFile = async (content) => {
        const middle = Math.floor(content.length / 2);
        await writeFile.call(handle, content.slice(0, middle));
        hold();
        await writeFile.call(handle, content.slice(middle));
      };
      return handle;
    };
    fs.promises.rename = async (from, to) => {
      if (isIt(from) && moment === "not yet renamed") hold();
      await rename(from, to);
      if (isIt(from) && moment === "renamed") hold();
    };
    syncBuiltinESMExports();`;
  return {
    nodeOptions: `--import=data:text/javascript,${encodeURIComponent(preload)}`,
    async reached(): Promise<void> {
      while (
        await access(reached).then(
          () => false,
          () => true,
        )
      )
        await setTimeout(lookMs);
    },
  };
}
