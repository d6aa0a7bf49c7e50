import { closeDatabase } from "@/lib/platform/db/client";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { provideEnv, readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { ensureDataFolder } from "@/lib/platform/postgres/data-folder";
import { checkExternal } from "@/lib/platform/postgres/external";
import { type OpenDatabase, openDatabase } from "@/lib/platform/postgres/open-database";
import type { Output } from "./output";
import { provideSecrets } from "./secrets";
import { beforeExit } from "./shutdown";

/** A database the process may use until `close`; its address is in the environment. */
export type PortalDatabase = {
	url: string;
	/** The embedded cluster's folder; undefined for the operator's own server. */
	cluster?: string;
	/** Resolves with the reason when the embedded server has ended unasked. */
	lost: Promise<OperatorError>;
	close(): Promise<void>;
};

/** Runs `work` on the database of the data folder, brought up to date and started for that long where necessary. */
export function withDatabase<Value>(
	purpose: string,
	output: Output,
	work: (url: string) => Promise<Value>,
): Promise<Value> {
	return withDatabaseAsItIs(purpose, output, async (url) => {
		await prepareDatabase(url, output);
		return work(url);
	});
}

/** Like `withDatabase`, on a database that may lack migrations. */
export async function withDatabaseAsItIs<Value>(
	purpose: string,
	output: Output,
	work: (url: string) => Promise<Value>,
): Promise<Value> {
	const database = await connectDatabase({ purpose, output, exclusive: false });
	try {
		return await Promise.race([work(database.url), database.lost.then((reason) => Promise.reject(reason))]);
	} finally {
		await database.close();
	}
}

/** The operator's own database, or the embedded one of the data folder; its closing is part of the shutdown. */
export async function connectDatabase(request: {
	purpose: string;
	exclusive: boolean;
	output: Output;
}): Promise<PortalDatabase> {
	const { DATABASE_URL, DATABASE_REPLICA_URL, PORTAL_DATA } = readEnv();
	if (DATABASE_REPLICA_URL && !DATABASE_URL)
		throw new OperatorError(
			"设置了 DATABASE_REPLICA_URL 而没有 DATABASE_URL：内置数据库没有副本。请同时设置 DATABASE_URL，或去掉它。",
			"DATABASE_REPLICA_URL is set and DATABASE_URL is not: the embedded database has no replica. Set DATABASE_URL too, or leave it out.",
		);
	ensureDataFolder(PORTAL_DATA);
	const database = DATABASE_URL ? await external(DATABASE_URL) : await embedded(PORTAL_DATA, request);
	provideEnv({ DATABASE_URL: database.url });
	provideSecrets(PORTAL_DATA);
	diagnose = database.diagnose;
	// Whoever is interrupted does not wait for the queries under way.
	const forget = beforeExit(() => database.close());
	return {
		...database,
		async close() {
			forget();
			await closeDatabase();
			await database.close(true);
		},
	};
}

let diagnose: OpenDatabase["diagnose"] = () => undefined;

/** The database's own reason for a failure that surfaced as a broken connection or the like. */
export function diagnoseDatabase(): OperatorError | undefined {
	return diagnose();
}

/** Brings the database up to date: its structure, and the rows the product cannot work without. */
export async function prepareDatabase(url: string, output: Output): Promise<string[]> {
	const applied = await deployMigrations(url);
	if (applied.length > 0) {
		output.note(`已应用 ${applied.length} 个数据库迁移。`, `Applied ${applied.length} database migrations.`);
	}
	const { ensureReferenceData } = await import("@/prisma/seed/reference");
	await ensureReferenceData();
	const [{ installJobs }, { portalJobs }] = await Promise.all([
		import("@/lib/platform/jobs/install"),
		import("./jobs"),
	]);
	await installJobs(portalJobs);
	return applied;
}

async function external(url: string) {
	await checkExternal(url);
	const lost = new Promise<OperatorError>(() => undefined);
	return { url, cluster: undefined, lost, diagnose: () => undefined, close: async () => undefined };
}

function embedded(
	dataDir: string,
	{ purpose, exclusive, output }: { purpose: string; exclusive: boolean; output: Output },
): Promise<OpenDatabase> {
	return openDatabase({
		dataDir,
		exclusive,
		purpose: `${purpose}, pid ${process.pid}`,
		onRecovery: () =>
			output.note("上次没有正常停止，正在收尾……", "The last run was not stopped in good order; tidying up…"),
		onRestart: () =>
			output.note(
				"数据库意外停止，已重新启动；当时进行中的操作可重新提交。",
				"The database was stopped by force and runs again; what was under way can be sent again.",
			),
	});
}
