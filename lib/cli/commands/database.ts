import { z } from "zod";
import { defineCommand } from "../define-command";
import { endOnSignals } from "../shutdown";
import { connectDatabase, prepareDatabase } from "../with-database";

export const registerDatabase = defineCommand({
	usage: "database",
	summary:
		"只运行数据库，显示连接地址，Ctrl-C 停止 · Run the database alone and print its address, until Ctrl-C",
	options: z.object({}),
	async run({ output }) {
		const database = await connectDatabase({ purpose: "portal database", exclusive: true, output });
		endOnSignals(output, true);
		await prepareDatabase(database.url, output);
		const result = { data: { url: database.url, cluster: database.cluster ?? null }, text: database.url };
		// There is nothing to keep running for a database of the operator's own.
		if (!database.cluster) return result;
		output.result(result);
		throw await database.lost;
	},
});
