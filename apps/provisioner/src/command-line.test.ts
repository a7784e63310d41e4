import { describe, expect, test } from "vitest";
import { parseCommandLine } from "./command-line.ts";

describe("the command line", () => {
  test.each<[string, object]>([
    ["", { command: "help" }],
    ["plan --help", { command: "help" }],
    ["plan -f a.yaml -f b", { command: "plan", manifests: ["a.yaml", "b"], output: "table", prune: false }],
    ["apply saved.json -f a --yes", { command: "apply", planFile: "saved.json", yes: true }],
    ["plan -o json --detailed-exitcode --limit 5", { output: "json", detailedExitCode: true, limit: 5 }],
    ["plan --selector team=web,kind=ci --selector a=b", { labels: { team: "web", kind: "ci", a: "b" } }],
    ["apply --max-removals 25%", { removalsMax: { percent: 25 } }],
    ["apply --max-removals 0", { removalsMax: { bots: 0 } }],
    ["completion zsh", { command: "completion", shell: "zsh", planFile: undefined }],
    ["plan --at 2026-12-31", { at: new Date("2026-12-31T00:00:00Z") }],
  ])("mintmark %s", (words, expected) => {
    expect(parseCommandLine(words === "" ? [] : words.split(" "))).toMatchObject(expected);
  });

  test.each<[string, string]>([
    ["plna", 'unknown command "plna"; did you mean "plan"?'],
    ["plan saved.json", 'plan takes no argument "saved.json"'],
    ["apply one two", 'apply takes no argument "two"'],
    ["apply --at 2026-12-31", "apply has no flag --at"],
    ["doctor --yes", "doctor has no flag --yes"],
    ["plan --yes", "plan has no flag --yes"],
    ["plan --force", "Unknown option '--force'"],
    ["plan -o yml", '-o: "yml" is neither table nor json nor yaml'],
    ["plan --selector team", '--selector: "team" must be KEY=VALUE'],
    ["plan --limit 0", '--limit: "0" must be a number'],
    ["plan --limit many", '--limit: "many" must be a number'],
    ["apply --max-removals 101%", '--max-removals: "101%" must be a number'],
    ["plan --at soon", '--at: "soon" is not a date'],
  ])("mintmark %s is refused", (words, expected) => {
    expect(() => parseCommandLine(words.split(" "))).toThrow(expected);
  });
});
