import { Command } from "commander";
import { registerDatabase } from "./commands/database";
import { registerExportLog, registerVerifyLog } from "./commands/decision-log";
import { registerDemo } from "./commands/demo";
import { registerEvaluate } from "./commands/evaluate";
import { registerGmv } from "./commands/gmv";
import { registerImport } from "./commands/import";
import { registerJob } from "./commands/job";
import { registerMappings } from "./commands/mappings";
import { registerMigrate } from "./commands/migrate";
import { registerReconcile } from "./commands/reconcile";
import { registerStart } from "./commands/start";
import { registerUser } from "./commands/user";
import { registerVerifyReceipt } from "./commands/verify-receipt";
import type { Register } from "./define-command";

/** One line per command; each lives in a file of its name below `commands/`. */
const commands: Register[] = [
	registerStart,
	registerMigrate,
	registerDatabase,
	registerUser,
	registerImport,
	registerMappings,
	registerGmv,
	registerReconcile,
	registerEvaluate,
	registerVerifyReceipt,
	registerVerifyLog,
	registerExportLog,
	registerJob,
	registerDemo,
];

const program = new Command("portal").description(
	"造风者门户的命令行 · The command line of the windmaker portal",
);
for (const register of commands) register(program);
// Output into a closed pipe or terminal is lost, and no reason to leave a database running.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
await program.parseAsync();
