import { describeMode } from "./describe-mode.ts";

describeMode("strict");
