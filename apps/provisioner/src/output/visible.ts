const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * A text in which nothing moves a terminal's cursor, hides letters or turns their order round: names in a manifest and
 * words of a server may come from anybody, and who approves of a plan must see what it says. Line ends stay. In JSON, and
 * between double quotes in YAML, it means the same.
 */
export const visible = (text: string): string => text.replace(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/gu, escapedAll);

// Beyond the first plane a letter is two.
const escapedAll = (letter: string): string => letter.split("").map(escaped).join("");

/** The same in one line. */
export const inOneLine = (text: string): string => visible(text).replaceAll("\n", escaped);
