import "server-only";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbedded } from "@/lib/platform/postgres/embedded";
import { withEngine } from "./engine";
import { lockfileContent, migrationsFolder, noFilter, readMigrations, readSchema } from "./files";

/**
 * Writes the migration that leads from the existing migrations to the schema files, worked out on a database of its
 * own, and returns its path; undefined when there is nothing to migrate.
 */
export async function authorMigration(name: string): Promise<string | undefined> {
	const scratch = await startEmbedded({ ephemeral: true });
	try {
		const { stdout: script, exitCode } = await withEngine(scratch.url, (engine) =>
			engine.diff({
				from: { tag: "migrations", ...readMigrations() },
				to: { tag: "schemaDatamodel", ...readSchema() },
				script: true,
				exitCode: true,
				filters: noFilter,
			}),
		);
		if (exitCode === 0 || !script) return undefined;
		const folder = join(migrationsFolder, `${timestamp()}_${name}`);
		mkdirSync(folder, { recursive: true });
		writeFileSync(join(migrationsFolder, "migration_lock.toml"), lockfileContent);
		const file = join(folder, "migration.sql");
		writeFileSync(file, script, { flag: "wx" });
		return file;
	} finally {
		await scratch.stop();
	}
}

/** `20261122093000`, as Prisma names them: the order of names is the order of application. */
function timestamp(): string {
	return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}
