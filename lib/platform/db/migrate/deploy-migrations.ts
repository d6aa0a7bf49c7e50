import "server-only";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { withEngine } from "./engine";
import { noFilter, readMigrations } from "./files";
import { type MigrationStatus, migrationStatus } from "./migration-status";

/**
 * Applies the pending migrations, each entirely or not at all, one process at a time, and returns their names.
 * One that an earlier attempt could not finish is tried again.
 * @throws OperatorError when the database knows other migrations than the folder, or a migration fails
 */
export async function deployMigrations(
	url: string,
	migrationsList: MigrationList = readMigrations(),
): Promise<string[]> {
	const status = await migrationStatus(url, migrationsList);
	refuseForeign(status);
	if (status.pending.length === 0 && status.failed.length === 0) return [];
	try {
		return await withEngine(url, async (engine) => {
			for (const migrationName of status.failed) await engine.markMigrationRolledBack({ migrationName });
			const applied = await engine.applyMigrations({ migrationsList, filters: noFilter });
			return applied.appliedMigrationNames;
		});
	} catch (error) {
		const { failed } = await migrationStatus(url, migrationsList);
		throw explain(error, failed.join("、"));
	}
}

function refuseForeign({ unknown, edited }: MigrationStatus): void {
	if (unknown.length > 0) {
		throw new OperatorError(
			`数据库已被更新版本的门户迁移过（${unknown.join("、")}），本版不能使用它。`,
			`The database was migrated by a later version of the portal (${unknown.join(", ")}); this one cannot use it.`,
		);
	}
	if (edited.length > 0) {
		throw new OperatorError(
			`迁移 ${edited.join("、")} 在应用之后被改动过，数据库结构已不可信；请恢复原文件，并另写新的迁移。`,
			`Migration ${edited.join(", ")} was changed after it had been applied; restore the file and write a new migration.`,
		);
	}
}

function explain(cause: unknown, name: string): OperatorError {
	const lines = String((cause as Error).message ?? cause).split("\n");
	const line = lines.find((text) => /ERROR:|FATAL:/.test(text)) ?? lines[0] ?? "";
	const reason = line.replace(/^Error querying the database:/, "").trim();
	return new OperatorError(`数据库迁移 ${name} 失败：${reason}`, `The migration ${name} failed: ${reason}`, {
		cause,
	});
}
