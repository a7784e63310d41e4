import type { Context } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { User } from "../users/table.ts";
import { decodeArmor } from "./armor.ts";
import { loadOpenpgp } from "./openpgp.ts";
import { packetTags, readPackets } from "./packets.ts";
import { acceptedTexts, textToSign } from "./text-to-sign.ts";

/** @throws DomainError `unprocessable` unless the key has signed the user's text; the message shows the one to sign. */
export async function checkSignature(
  ctx: Context,
  user: User,
  certificate: Buffer,
  armoredSignature: string,
): Promise<void> {
  const signature = decodeSignature(armoredSignature);
  const isSigned = signature !== undefined && (await isSignedBy(certificate, signature, acceptedTexts(ctx, user), ctx));
  if (isSigned) return;
  throw new DomainError(
    "unprocessable",
    `The provided GPG key, signature and token do not match. Provide a valid signature for the token: ${textToSign(ctx, user)}`,
  );
}

/** How far the clock of the one who signs may be ahead. */
const CLOCK_SKEW_MS = 300_000;

/** One signature, so that nobody makes the server verify hundreds. */
function decodeSignature(armored: string): Buffer | undefined {
  try {
    const { bytes } = decodeArmor(armored);
    const [first, ...others] = readPackets(bytes);
    return first?.tag === packetTags.signature && others.length === 0 ? bytes : undefined;
  } catch {
    return undefined;
  }
}

async function isSignedBy(certificate: Buffer, bytes: Buffer, texts: string[], ctx: Context): Promise<boolean> {
  const openpgp = await loadOpenpgp();
  // Programs that write a text to be signed end it with a newline, or do not.
  for (const text of texts.flatMap((one) => [one, `${one}\n`, `${one}\r\n`])) {
    try {
      const message = await openpgp.createMessage({ binary: Buffer.from(text) });
      const verificationKeys = await openpgp.readKey({ binaryKey: certificate });
      const signature = await openpgp.readSignature({ binarySignature: bytes });
      const { signatures } = await openpgp.verify({
        message,
        signature,
        verificationKeys,
        date: new Date(ctx.now().getTime() + CLOCK_SKEW_MS),
        format: "binary",
      });
      await signatures[0]?.verified;
      if (signatures.length > 0) return true;
    } catch {
      // Not over this text; the library says so by throwing.
    }
  }
  return false;
}
