import { describeMode } from "./describe-mode.ts";

describeMode("forgejo");
