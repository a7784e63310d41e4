import { expect, test } from "vitest";
import { aBot } from "../test/declared.ts";
import { modelJournal } from "../test/model-journal.ts";
import { leaveOutNews } from "./leave-out-news.ts";
import { remember } from "./remember.ts";

const bot = aBot();
const token = { target: bot.target, account: bot.account, token: "main", scopes: ["write:repository"] };

test("what another worker made after the journal was read is left out, and what a stranger made is not", async () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const journal = modelJournal(() => now);
  await journal.recordIntent({ ...token, generation: 1 });
  const remembered = await remember(journal, bot.target);
  await journal.recordIntent({ ...token, generation: 2 });
  const tokens = [2, 3].map((generation) => ({
    ...{ id: generation, name: `main.g${generation}`, lastEight: `last-${generation}` },
    ...{ scopes: token.scopes, createdAt: now },
  }));
  const seen = { accounts: new Map(), tokens: new Map([[bot.account, tokens]]), readings: new Map() };

  const observed = await leaveOutNews(seen, remembered, journal);

  expect(observed.tokens.get(bot.account)?.map(({ name }) => name)).toEqual(["main.g3"]);
});
