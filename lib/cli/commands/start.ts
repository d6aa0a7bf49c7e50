import { join } from "node:path";
import { z } from "zod";
import { readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { businessDayOf } from "@/lib/platform/time";
import { defineCommand } from "../define-command";
import type { Output } from "../output";
import { refuseWeakSecrets } from "../secrets";
import { build, isBuilt } from "../server/build";
import { loadDemoOnFirstStart, refuseDemoAccounts } from "../server/demo";
import { greet } from "../server/greeting";
import { refuseTakenPort } from "../server/port";
import { awaitPredecessor, leaveTrace, removeTrace } from "../server/predecessor";
import { startWebServer } from "../server/web-server";
import { beforeExit, endOnSignals } from "../shutdown";
import { connectDatabase, type PortalDatabase, prepareDatabase } from "../with-database";

export const registerStart = defineCommand({
	usage: "start",
	summary:
		"启动门户：数据库、迁移、构建、网页服务 · Start the portal: database, migrations, build, web server",
	options: z.object({}),
	async run({ output }) {
		endOnSignals(output, true);
		await claimAddress(output);
		const database = await openDatabase(output);
		// Side by side: the build keeps this machine busy, the demo mostly the database.
		await Promise.all([ensureBuilt(output), readEnv().PORTAL_DEMO && loadDemoOnFirstStart(output)]);
		const web = await startWebServer(logPath("web"));
		beforeExit(web.stop);
		beforeExit(async () => leaveTrace("stopping"));
		output.result(await greet(database));
		throw await Promise.race([database.lost, web.ended.then(explainWebServer)]);
	},
});

/** Before any long work: nobody else is on the data folder, and the port is free. */
async function claimAddress(output: Output): Promise<void> {
	const { HOST, PORT } = readEnv();
	const hadPredecessor = await awaitPredecessor(() =>
		output.note("正在等待上一个门户进程停止……", "Waiting for the previous portal to stop…"),
	);
	await refuseTakenPort(HOST, PORT, hadPredecessor ? 20_000 : 0);
}

async function openDatabase(output: Output): Promise<PortalDatabase> {
	const database = await connectDatabase({ purpose: "portal start", exclusive: true, output });
	beforeExit(async () => removeTrace());
	leaveTrace("running");
	await prepareDatabase(database.url, output);
	await tidyImports(output);
	if (!readEnv().PORTAL_DEMO) {
		refuseWeakSecrets();
		await refuseDemoAccounts();
	}
	return database;
}

/** Imports whose process was killed are told to have failed, before anybody looks. */
async function tidyImports(output: Output): Promise<void> {
	const { closeAbandoned } = await import("@/lib/domains/gmv/mutations/batch");
	const closed = await closeAbandoned();
	if (closed > 0)
		output.note(
			`${closed} 个导入上次被中断，未写入任何数据，可重新提交。`,
			`${closed} imports were interrupted; nothing of them was written, and they can be sent again.`,
		);
	const { makePartitionsAhead } = await import("@/lib/domains/gmv/mutations/partitions");
	await makePartitionsAhead(businessDayOf(new Date()));
}

async function ensureBuilt(output: Output): Promise<void> {
	if (isBuilt()) return;
	output.note("正在构建页面，首次约需一两分钟……", "Building the pages, a minute or two the first time…");
	await build(logPath("build"));
}

function logPath(name: string): string {
	return join(readEnv().PORTAL_DATA, "logs", `${name}.log`);
}

function explainWebServer(): OperatorError {
	return new OperatorError(
		`网页服务意外停止了，详见 ${logPath("web")}。`,
		`The web server stopped unexpectedly; see ${logPath("web")}.`,
	);
}
