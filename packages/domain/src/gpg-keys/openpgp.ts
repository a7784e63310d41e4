/** The library, loaded at its first use: it takes 60 ms, which most servers need never spend. */
export const loadOpenpgp = () => import("openpgp");
