import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { aCertificate } from "../test/certificate.ts";
import { aCommandWorld, example, unique } from "../test/command-world.ts";
import { startFakeForgejo } from "../test/fake-forgejo.ts";
import { startFakeServer } from "../test/fake-server.ts";

const world = aCommandWorld();

/** Where nobody listens: a port that was free a moment ago. */
async function aClosedAddress(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

describe("one clear line and an exit code for", () => {
  test.each<[string, () => Promise<string[]>, number, string]>([
    ["an unknown command", async () => ["aply"], 3, 'unknown command "aply"; did you mean "apply"?'],
    ["an unknown flag", async () => ["plan", "--pune"], 3, "Unknown option '--pune'"],
    ["no manifest", async () => ["plan"], 3, "name its manifest with -f"],
    ["a manifest that is not there", async () => ["plan", "-f", "absent.yaml"], 3, "absent.yaml: no such manifest"],
    [
      "nobody to ask",
      async () => ["apply", "-f", await world.manifest([{ name: "nobody-asked" }])],
      3,
      "then say --yes",
    ],
    [
      "a setting that is wrong",
      async () => {
        world.setEnv({ MINTMARK_JOURNAL_KEY: "short", DATABASE_URL: "mysql://host/name" });
        return ["plan", "-f", example];
      },
      3,
      "MINTMARK_JOURNAL_KEY: must be 64 hexadecimal digits",
    ],
    [
      "a journal key that is missing",
      async () => {
        world.setEnv({ MINTMARK_JOURNAL_KEY: undefined });
        return ["plan", "-f", example];
      },
      3,
      "make one with: openssl rand -hex 32",
    ],
    [
      "a credential that is missing",
      async () => {
        await rm(world.at("worker.token"));
        return ["plan", "-f", example];
      },
      3,
      "worker.token does not exist; it must hold a site administrator's access token",
    ],
    [
      "a token where the path of its file belongs",
      async () => {
        world.setEnv({ ADMIN_TOKEN: world.authority().workerToken });
        const path = await world.manifest([{ name: "misplaced" }]);
        const text = await readFile(path, "utf8");
        await writeFile(path, text.replace("fromFile: worker.token", "fromFile: { fromEnvironment: ADMIN_TOKEN }"));
        return ["doctor", "-f", path];
      },
      1,
      "spec.credential.fromFile: the file that ADMIN_TOKEN names does not exist: the variable holds a path, and not the token",
    ],
    [
      "a credential that is refused",
      async () => {
        await writeFile(world.at("worker.token"), "not-a-living-token");
        return ["plan", "-f", example];
      },
      1,
      "make an access token of a site administrator and put it into the file of spec.credential.fromFile",
    ],
    [
      "a server that is not there",
      async () => {
        world.setEnv({ MINTMARK_ROOT_URL: await aClosedAddress() });
        return ["plan", "-f", example];
      },
      1,
      "no answer (ECONNREFUSED)",
    ],
    [
      "a Forgejo without the admin token routes",
      async () => {
        const old = await startFakeForgejo(({ path }) =>
          path === "/api/v1/version" ? { status: 200, body: { version: "15.0.3+gitea-1.22.0" } } : undefined,
        );
        onTestFinished(old.stop);
        world.setEnv({ MINTMARK_ROOT_URL: old.url });
        return ["apply", "-f", example, "--yes"];
      },
      6,
      "Forgejo 15.0.3+gitea-1.22.0 has no admin token routes; 16 or later has",
    ],
    [
      "a database that is not there",
      async () => {
        world.setEnv({ DATABASE_URL: "postgres://mintmark@127.0.0.1:1/none" });
        return ["plan", "-f", example];
      },
      1,
      "does not answer",
    ],
  ])("%s", async (_name, arrange, code, message) => {
    const ran = await world.mintmark(...(await arrange()));

    expect(ran.err + ran.out).toContain(message);
    expect(ran.err + ran.out).not.toContain(world.authority().workerToken);
    expect(ran.err).not.toMatch(/\n\s+at /);
    expect(ran.code).toBe(code);
  });
});

test("what the database says of a question that fails is told, and not the question", async () => {
  const manifest = await world.manifest([{ name: unique("asked") }]);
  await world.here("plan", "-f", manifest);
  await world.sql()`alter table provisioner.bots rename to elsewhere`;

  const ran = await world.here("status", "-f", manifest);
  await world.sql()`alter table provisioner.elsewhere rename to bots`;

  expect(ran.err).toMatch(/^target-\w+: relation "provisioner.bots" does not exist\n$/);
});

test("a certificate that is not trusted is told with what to do, and that does it", async () => {
  const { key, cert, certFile } = await aCertificate(world.at(""));
  const server = await startFakeServer(() => ({ status: 404, body: {} }), { tls: { key, cert } });
  onTestFinished(server.stop);
  const { port } = new URL(server.url);
  const manifest = await world.manifest([{ name: unique("tls") }]);
  const said = async (changes: Record<string, string>): Promise<string> => {
    world.setEnv(changes);
    return (await world.mintmark("plan", "-f", manifest)).err;
  };

  const unknown = await said({ MINTMARK_ROOT_URL: server.url });
  const trusted = await said({ NODE_EXTRA_CA_CERTS: certFile });
  const otherName = await said({ MINTMARK_ROOT_URL: `https://127.0.0.1:${port}` });

  expect(unknown).toContain(
    "its authority is not trusted here: name a file with that authority's certificate in NODE_EXTRA_CA_CERTS",
  );
  expect(trusted).toContain("unexpected status 404");
  expect(otherName).toContain("its certificate is for another name: spec.url must have a name that stands in it");
});

describe("the other commands", () => {
  test("validate counts what is declared", async () => {
    expect(await world.mintmark("validate", "-f", example)).toMatchObject({
      code: 0,
      out: "valid: 1 target, 3 bots, 3 tokens\n",
    });
  });

  test("plan tells when a server is not what was expected", async () => {
    const path = await world.manifest([{ name: unique("expected") }]);
    const manifest = await readFile(path, "utf8");
    await writeFile(path, manifest.replace("spec: { url", "spec: { adapter: forgejo, url"));

    expect((await world.mintmark("plan", "-f", path)).err).toContain("declared as forgejo, and it is a mintmark");
  });

  test.each(["plan", "apply"])("%s tells of a target that failed under the same name in JSON", async (command) => {
    world.setEnv({ MINTMARK_ROOT_URL: await aClosedAddress() });
    const manifest = await world.manifest([{ name: unique("down") }], "down");

    const { out, code } = await world.here(command, "-f", manifest, "-o", "json");

    const message = expect.stringContaining("no answer (ECONNREFUSED)");
    expect(JSON.parse(out).failures).toEqual([{ target: "down", message }]);
    expect(code).toBe(1);
  });

  test("calendar claims nothing about a target that is down", async () => {
    world.setEnv({ MINTMARK_ROOT_URL: await aClosedAddress() });

    const ran = await world.here("calendar", "-f", await world.manifest([{ name: unique("down") }]));

    expect(ran.out).toBe("");
    expect(ran.err).toContain("no answer (ECONNREFUSED)");
    expect(ran.code).toBe(1);
  });

  test("status tells of every token how it is", async () => {
    const account = unique("status");
    const manifest = await world.manifest([{ name: account }]);
    const before = JSON.parse((await world.mintmark("status", "-f", manifest, "-o", "json")).out);
    await world.mintmark("apply", "-f", manifest, "--yes");
    const after = JSON.parse((await world.mintmark("status", "-f", manifest, "-o", "json")).out);

    expect(before).toMatchObject([{ account, token: "main", state: "missing", generation: null }]);
    expect(after).toMatchObject([{ account, state: "delivered", generation: 1, sinks: [{ state: "ok" }] }]);
    expect((await world.mintmark("status", "-f", manifest)).out).toContain(`${account}/main`);
  });

  test("status of named bots and tokens tells of those alone", async () => {
    const [one, other] = [unique("status"), unique("status")];
    const manifest = await world.manifest([{ name: one }, { name: other }]);
    const told = async (...names: string[]) =>
      JSON.parse((await world.here("status", ...names, "-f", manifest, "-o", "json")).out);

    expect(await told(one)).toMatchObject([{ account: one }]);
    expect(await told(`${other}/main`)).toMatchObject([{ account: other, token: "main" }]);
    expect(await told()).toHaveLength(2);
    const unknown = await world.here("status", `${one}/mian`, "-f", manifest);
    expect(unknown.err).toContain(`"${one}/mian" is not declared; did you mean "${one}/main"?`);
    expect(unknown.code).toBe(3);
  });

  test("schema prints the manifest's JSON Schema, without any setting", async () => {
    world.setEnv({ DATABASE_URL: undefined, MINTMARK_FOLDER: undefined, MINTMARK_JOURNAL_KEY: undefined });

    expect(JSON.parse((await world.mintmark("schema")).out)).toHaveProperty("anyOf");
  });
});

test("a credential may come through a pipe on standard input", async () => {
  const name = unique("piped");
  const manifest = await world.manifest([{ name }]);
  await writeFile(manifest, (await readFile(manifest, "utf8")).replace("worker.token", "/dev/stdin"));
  const program = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, [program, "plan", "-f", manifest], { env: world.env(), stdio: "pipe" });
  child.stdin.end(`${world.authority().workerToken}\n`);

  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);

  expect(err).toBe("");
  expect(out).toContain(`create account ${name}`);
});

test.runIf(existsSync("/dev/full"))("a result that cannot be written is an error in one line", async () => {
  await using full = await open("/dev/full", "w");
  const program = fileURLToPath(new URL("./main.ts", import.meta.url));
  const child = spawn(process.execPath, [program, "help"], { stdio: ["ignore", full.fd, "pipe"] });
  if (!child.stderr) throw new Error("there is no pipe");
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);

  expect(code).toBe(1);
  expect(told).toMatch(/^mintmark: what was to be told cannot be written: ENOSPC[^\n]*\n$/);
});
