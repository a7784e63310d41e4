import { DomainError } from "../errors.ts";
import { createGate } from "../gate.ts";

const BYTES_MAX = 1_048_576;
/** Forgejo's AVATAR_MAX_WIDTH and AVATAR_MAX_HEIGHT. */
const SIDE_MAX = 4_096;
const SHOWN_SIDE_MAX = 512;

// A picture of the largest size takes 67 MB while it is decoded, and a thread of the pool that hashes passwords too.
const gate = createGate({ concurrency: 2, queueLimit: 16, refusal: "too many pictures are being read; try again" });

/**
 * A square PNG of at most 512 pixels a side, made anew: nothing of the file comes through but what is seen.
 * @throws DomainError `unprocessable` for what is no whole PNG, JPEG, GIF or WebP, or too large; `too_many_requests`.
 */
export async function toAvatarPicture(file: Buffer): Promise<Buffer> {
  if (file.length > BYTES_MAX) throw refused(`image is larger than ${BYTES_MAX} bytes`);
  const open = await loadDecoder();
  return gate(async () => {
    const { width, height } = await orRefuse("image is not a PNG, JPEG, GIF or WebP picture", () =>
      open(file).metadata(),
    );
    if (width > SIDE_MAX || height > SIDE_MAX) throw refused(`image is larger than ${SIDE_MAX} pixels a side`);
    const side = Math.min(width, height, SHOWN_SIDE_MAX);
    return orRefuse("image cannot be decoded", () =>
      open(file).autoOrient().resize(side, side, { fit: "cover" }).png().toBuffer(),
    );
  });
}

// The library throws for an empty file and rejects for all others.
async function orRefuse<Result>(message: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (cause) {
    throw refused(message, cause);
  }
}

/** Loaded with the first picture: the library is large, and most servers never see one. */
async function loadDecoder() {
  const { default: sharp } = await import("sharp");
  // SECURITY: the library reads many formats, SVG and TIFF among them; of its decoders only these four may ever run.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["Png", "Jpeg", "Webp", "Nsgif"].map((format) => `VipsForeignLoad${format}Buffer`) });
  sharp.cache(false);
  sharp.concurrency(1);
  return (file: Buffer) => sharp(file, { limitInputPixels: SIDE_MAX * SIDE_MAX }).timeout({ seconds: 5 });
}

const refused = (message: string, cause?: unknown): DomainError => new DomainError("unprocessable", message, { cause });
