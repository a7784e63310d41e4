import { close, constants, open, read } from "node:fs";

const FIRST_BYTES = 4_096;
const BYTES_MAX = 1_048_576;

/** A pipe that nobody writes to would keep its reader for ever. Windows knows neither of the two. */
const plainly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * The text of a small file, with half the work of Node's `readFile`, which asks for the size first: a fleet has thousands.
 * @throws what the file system says, also for a symbolic link; `EFBIG` for more than 1 MiB.
 */
export function readFile(path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  open(path, plainly, (unopened, file) => {
    if (unopened) return reject(unopened);
    readOn(file, Buffer.allocUnsafe(FIRST_BYTES), 0, (unread, text) =>
      close(file, (unclosed) => {
        const error = unread ?? unclosed;
        if (error) reject(error);
        else resolve(text);
      }),
    );
  });
  return promise;
}

type Done = (error: Error | null, text: string) => void;

const tooLarge = (): Error => Object.assign(new Error(`more than ${BYTES_MAX} bytes`), { code: "EFBIG" });

/** What does not fill the room that there is was the last. */
function readOn(file: number, buffer: Buffer, used: number, done: Done): void {
  read(file, buffer, used, buffer.length - used, null, (error, count) => {
    const end = used + count;
    if (error) return done(error, "");
    if (end < buffer.length) return done(null, buffer.toString("utf8", 0, end));
    if (end >= BYTES_MAX) return done(tooLarge(), "");
    readOn(file, Buffer.concat([buffer], BYTES_MAX), end, done);
  });
}
