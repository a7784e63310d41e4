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
    ["plan --at 2024-02-29T23:30-08:00", { at: new Date("2024-03-01T07:30:00Z") }],
    ["plan --selector query=a=b", { labels: { query: "a=b" } }],
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
    ["plan --detailed-exit-code", "Unknown option '--detailed-exit-code'; did you mean \"--detailed-exitcode\"?"],
    ["plan -o yml", '-o: "yml" is neither table nor json nor yaml'],
    ["plan --selector team", '--selector: "team" must be KEY=VALUE'],
    ["plan --limit 0", '--limit: "0" must be a whole number from 1'],
    ["plan --limit many", '--limit: "many" must be a whole number from 1'],
    ["apply --max-removals 101%", '--max-removals: "101%" must be a number of bots or a share'],
    ["plan --at soon", '--at: "soon" is not a date'],
    ["plan --at 5", '--at: "5" is not a date'],
    ["plan --at 2026-02-30", '--at: "2026-02-30" is not a date'],
    ["plan --at 2026-02-30T08:00Z", "is not a date"],
    ["plan --selector =web", '--selector: "=web" must be KEY=VALUE'],
    ["plan --selector a=1 --selector a=2", "--selector: no bot is both a=1 and a=2"],
    ["apply saved.json --prune", "apply PLAN takes no --prune: the plan has its own"],
    ["apply saved.json --limit 3", "apply PLAN takes no --limit"],
    ["schema --yes", "schema has no flag --yes; known here: none"],
  ])("mintmark %s is refused", (words, expected) => {
    expect(() => parseCommandLine(words.split(" "))).toThrow(expected);
  });
});
