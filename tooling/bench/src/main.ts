import { measureFleet, measureRun } from "./fleet.ts";
import { measurePaging } from "./paging.ts";
import { measureRefusals } from "./refusals.ts";
import { measureRoutes } from "./routes.ts";
import { measureStart } from "./start.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

// CPU per request and its ratio to something measured in the same run, since rates alone say nothing on a machine that others
// use too. Arguments choose what is measured; without any, all is. Numbers are the sizes of fleets.

const measurements: Readonly<Record<string, (bench: Workbench, sizes: readonly number[]) => Promise<void>>> = {
  routes: measureRoutes,
  paging: measurePaging,
  refusals: measureRefusals,
  fleet: measureFleet,
  run: measureRun,
};

const isSize = (argument: string): boolean => /^\d+$/.test(argument);
const sizes = process.argv.slice(2).filter(isSize).map(Number);
const asked = process.argv.slice(2).filter((argument) => !isSize(argument));
const unknown = asked.find((name) => name !== "start" && !Object.hasOwn(measurements, name));
if (unknown !== undefined) {
  throw new Error(`unknown measurement "${unknown}"; choose from: start, ${Object.keys(measurements).join(", ")}`);
}

if (asked.length === 0 || asked.includes("start")) await measureStart();
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const bench = await openWorkbench();
  try {
    await measure(bench, sizes);
  } finally {
    await bench.close();
  }
}
