import { revealsNone, withoutForms } from "./reveals.ts";
import type { Sink } from "./sink.ts";
import { SinkError } from "./sink-error.ts";

/** SECURITY: whoever was given a token may repeat it, in a refusal or in a receipt that lies in the journal for ever. */
export const discreet = (sink: Sink): Sink => ({
  ...sink,
  async write(plaintext, refuseLate) {
    try {
      return withoutForms(await sink.write(plaintext, refuseLate), plaintext);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (revealsNone(message, plaintext)) throw error;
      const isTransient = error instanceof SinkError && error.isTransient;
      throw new SinkError(withoutForms(message, plaintext), { isTransient });
    }
  },
});
