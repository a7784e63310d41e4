import { CommandError, exitCodes } from "../exit-code.ts";
import { suggest } from "../fleet/suggest.ts";

/** What a shell may offer: the flags of each command, long names without the dashes. */
export type Words = Readonly<Record<string, readonly string[]>>;

const shells = { bash: forBash, zsh: forZsh, fish: forFish };

const isShell = (word: string): word is keyof typeof shells => Object.hasOwn(shells, word);

/** A script that teaches a shell the commands and their flags. @throws CommandError for another shell. */
export function completionFor(shell: string | undefined, words: Words): string {
  if (shell !== undefined && isShell(shell)) return shells[shell](words);
  const known = Object.keys(shells);
  const asked = shell === undefined ? "which shell?" : `no completion for "${shell}"`;
  throw new CommandError(exitCodes.usage, `${asked}${suggest(shell ?? "", known)}`);
}

const flagsOf = (flags: readonly string[]): string => flags.map((flag) => `--${flag}`).join(" ");

const casesOf = (words: Words): string =>
  Object.entries(words)
    .map(([command, flags]) => `    ${command}) flags="${flagsOf(flags)}" ;;`)
    .join("\n");

function forBash(words: Words): string {
  return `# eval "$(mintmark completion bash)"
_mintmark() {
  local word="\${COMP_WORDS[COMP_CWORD]}" flags=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${Object.keys(words).join(" ")}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${casesOf(words)}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _mintmark mintmark
`;
}

function forZsh(words: Words): string {
  return `#compdef mintmark
# eval "$(mintmark completion zsh)"
_mintmark() {
  local flags=""
  if (( CURRENT == 2 )); then
    compadd -- ${Object.keys(words).join(" ")}
    return
  fi
  case "$words[2]" in
${casesOf(words)}
  esac
  if [[ "$PREFIX" == -* ]]; then
    compadd -- \${=flags}
  else
    _files
  fi
}
compdef _mintmark mintmark
`;
}

function forFish(words: Words): string {
  const commands = Object.keys(words);
  const flags = Object.entries(words).flatMap(([command, names]) =>
    names.map((name) => `complete -c mintmark -n "__fish_seen_subcommand_from ${command}" -l ${name}`),
  );
  return `# mintmark completion fish | source
complete -c mintmark -f -n "not __fish_seen_subcommand_from ${commands.join(" ")}" -a "${commands.join(" ")}"
${flags.join("\n")}
`;
}
