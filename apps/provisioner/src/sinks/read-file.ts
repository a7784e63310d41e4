import { close, constants, open, read } from "node:fs";

const FIRST_BYTES = 4_096;
const BYTES_MAX = 1_048_576;

/** A pipe that nobody writes to would keep its reader for ever. Windows knows neither of the two. */
const plainly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * The text of a small file, with half the work of Node's `readFile`, which asks for the size first: a fleet has thousands.
 * @throws what the file system says, also for a symbolic link; `EFBIG` for 1 MiB or more.
 */
export function readFile(path: string, encoding: BufferEncoding = "utf8"): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  open(path, plainly, (unopened, file) => {
    if (unopened) return reject(unopened);
    readOn(file, Buffer.allocUnsafe(FIRST_BYTES), 0, (unread, bytes) =>
      close(file, (unclosed) => {
        const error = unread ?? unclosed;
        if (error) reject(error);
        else resolve(bytes.toString(encoding));
      }),
    );
  });
  return promise;
}

type Done = (error: Error | null, bytes: Buffer) => void;

const nothing = Buffer.alloc(0);

const tooLarge = (): Error => Object.assign(new Error(`${BYTES_MAX} bytes or more`), { code: "EFBIG" });

/**
 * Of one page, what does not fill it is all. Of more, only a read of nothing tells the end: a disk that fails in the middle
 * gives what was before that first, and who writes that back has lost the rest.
 */
function readOn(file: number, buffer: Buffer, used: number, done: Done): void {
  read(file, buffer, used, buffer.length - used, null, (error, count) => {
    const end = used + count;
    if (error) return done(error, nothing);
    if (count === 0 || end < FIRST_BYTES) return done(null, buffer.subarray(0, end));
    if (end >= BYTES_MAX) return done(tooLarge(), nothing);
    const room = buffer.length < BYTES_MAX ? Buffer.concat([buffer], BYTES_MAX) : buffer;
    readOn(file, room, end, done);
  });
}
