import { type CompletedFlag, completedFlags, completionWords } from "../command-line.ts";
import { CommandError, exitCodes } from "../exit-code.ts";
import { suggest } from "../fleet/suggest.ts";

const shells = { bash: forBash, zsh: forZsh, fish: forFish };

const shellNames = Object.keys(shells);

const isShell = (word: string): word is keyof typeof shells => Object.hasOwn(shells, word);

/** A script that teaches a shell the commands, their flags and their values. @throws CommandError for another shell. */
export function completionFor(shell: string | undefined): string {
  if (shell !== undefined && isShell(shell)) return shells[shell]();
  const asked = shell === undefined ? "which shell?" : `no completion for "${shell}"`;
  throw new CommandError(exitCodes.usage, `${asked}${suggest(shell ?? "", shellNames)}`);
}

const commands = (): string => Object.keys(completionWords()).join(" ");

const casesOf = (): string =>
  Object.entries(completionWords())
    .map(([command, flags]) => `    ${command}) flags="${flags.map((flag) => `--${flag}`).join(" ")}" ;;`)
    .join("\n");

/** Those flags whose value is one of `value`, as patterns of a `case`. */
const patternOf = (value: CompletedFlag["value"]): string =>
  completedFlags
    .filter((flag) => flag.value === value)
    .flatMap(({ name, short }) => [...(short === undefined ? [] : [`-${short}`]), `--${name}`])
    .join("|");

const formats = completedFlags.find(({ name }) => name === "output")?.value ?? [];
const formatWords = typeof formats === "string" ? "" : formats.join(" ");

function forBash(): string {
  return `# eval "$(mintmark completion bash)"
_mintmark_words() {
  COMPREPLY=($(compgen -W "$1" -- "$word"))
}
_mintmark_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$word"))
}
_mintmark() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    _mintmark_words "${commands()}"
    return
  fi
  # --output=json comes as three words.
  if [ "$word" = "=" ]; then
    word=""
  elif [ "$before" = "=" ]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  case "$before" in
    ${patternOf(formats)}) _mintmark_words "${formatWords}"; return ;;
    ${patternOf("file")}) _mintmark_files; return ;;
    ${patternOf("text")}) return ;;
  esac
  case "\${COMP_WORDS[1]}" in
${casesOf()}
  esac
  case "$word" in
    -*) _mintmark_words "$flags"; return ;;
  esac
  case "\${COMP_WORDS[1]}" in
    completion) _mintmark_words "${shellNames.join(" ")}" ;;
    apply) _mintmark_files ;;
  esac
}
complete -F _mintmark mintmark
`;
}

function forZsh(): string {
  return `#compdef mintmark
# eval "$(mintmark completion zsh)"
_mintmark() {
  local flags="" before="$words[CURRENT-1]"
  if (( CURRENT == 2 )); then
    compadd -- ${commands()}
    return
  fi
  if [[ "$PREFIX" == --*=* ]]; then
    before="\${PREFIX%%=*}"
    compset -P 1 '*='
  fi
  case "$before" in
    ${patternOf(formats)}) compadd -- ${formatWords}; return ;;
    ${patternOf("file")}) _files; return ;;
    ${patternOf("text")}) return ;;
  esac
  case "$words[2]" in
${casesOf()}
  esac
  if [[ "$PREFIX" == -* ]]; then
    compadd -- \${=flags}
    return
  fi
  case "$words[2]" in
    completion) compadd -- ${shellNames.join(" ")} ;;
    apply) _files ;;
  esac
}
# From a folder of fpath, this file itself is what is called first.
if [[ "$funcstack[1]" == _mintmark ]]; then _mintmark "$@"; else compdef _mintmark mintmark; fi
`;
}

function forFish(): string {
  const isCommand = (command: string): string => `-n "__fish_seen_subcommand_from ${command}"`;
  const flags = Object.entries(completionWords()).flatMap(([command, names]) =>
    completedFlags
      .filter(({ name }) => names.includes(name))
      .map(
        ({ name, short, value }) =>
          `complete -c mintmark ${isCommand(command)}${short === undefined ? "" : ` -s ${short}`} -l ${name}${fishValue(value)}`,
      ),
  );
  return `# mintmark completion fish | source
complete -c mintmark -f
complete -c mintmark -n "not __fish_seen_subcommand_from ${commands()}" -a "${commands()}"
complete -c mintmark ${isCommand("completion")} -a "${shellNames.join(" ")}"
complete -c mintmark ${isCommand("apply")} -F
${flags.join("\n")}
`;
}

function fishValue(value: CompletedFlag["value"]): string {
  if (value === undefined) return "";
  if (value === "file") return " -r -F";
  return value === "text" ? " -x" : ` -x -a "${value.join(" ")}"`;
}
