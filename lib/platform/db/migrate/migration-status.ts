import "server-only";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { withEngine } from "./engine";
import { noFilter, readMigrations } from "./files";

export type MigrationStatus = {
	/** In the folder and not yet in the database, oldest first. */
	pending: string[];
	/** Begun and not finished; nothing of them is in the database. */
	failed: string[];
	/** Changed in the folder after they were applied. */
	edited: string[];
	/** In the database and not in the folder: it was migrated by a later version. */
	unknown: string[];
};

/** Compares the migrations of the folder with what the database has seen. */
export function migrationStatus(
	url: string,
	migrationsList: MigrationList = readMigrations(),
): Promise<MigrationStatus> {
	return withEngine(url, async (engine) => {
		const found = await engine.diagnoseMigrationHistory({
			migrationsList,
			filters: noFilter,
			optInToShadowDatabase: false,
		});
		const history = found.history ?? undefined;
		const unapplied = history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
		return {
			pending: found.hasMigrationsTable
				? unapplied
				: migrationsList.migrationDirectories.map(({ path }) => path),
			failed: found.failedMigrationNames,
			edited: found.editedMigrationNames.filter((name) => !found.failedMigrationNames.includes(name)),
			unknown: history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [],
		};
	});
}
