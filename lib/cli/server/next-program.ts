import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const nextProgram = join("node_modules", "next", "dist", "bin", "next");

/** Every child ends with its parent. */
export const nodeFlags = ["--import", pathToFileURL(join("lib", "cli", "follow-parent.mjs")).href];
