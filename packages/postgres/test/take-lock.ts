import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../src/embedded/lock.ts";

/** Takes a lock again and again, tells when somebody else is inside too, and now and then dies inside. */
const [folder = "", rounds = "0"] = process.argv.slice(2);

for (let round = 0; round < Number(rounds); round++) {
  await withLock(join(folder, "locks"), async () => {
    const inside = join(folder, "inside");
    await writeFile(inside, "", { flag: "wx" }).catch(() => console.log("two are inside"));
    await new Promise((resolve) => setImmediate(resolve));
    await rm(inside, { force: true });
    if (Math.random() < 0.05) process.kill(process.pid, "SIGKILL");
  });
}
