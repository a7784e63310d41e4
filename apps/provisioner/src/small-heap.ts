import { setFlagsFromString } from "node:v8";

// A run over a large fleet makes much that is soon forgotten. Left alone, V8 lets it pile up to several times of what is
// alive before it cleans up, which saves a tenth of the time and takes twice the memory.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=30");
