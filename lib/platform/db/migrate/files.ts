import "server-only";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm";

const schemaFolder = "prisma";
export const migrationsFolder = join(schemaFolder, "migrations");

/** What the engine wants to read about the kind of database. */
export const lockfileContent = 'provider = "postgresql"\n';

/** Nothing in the database is managed outside the schema. */
export const noFilter = { externalTables: [], externalEnums: [] };

/** The schema files as they stand in `prisma/`. */
export function readSchema(): SchemasContainer {
	const files = readdirSync(schemaFolder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".prisma"))
		.sort()
		.map((path) => join(schemaFolder, path))
		.map((path) => ({ path, content: readFileSync(path, "utf8") }));
	return { files };
}

/** The migrations on disk, oldest first, in the form the engine asks for. */
export function readMigrations(): MigrationList {
	const lockfile = join(migrationsFolder, "migration_lock.toml");
	return {
		baseDir: join(process.cwd(), migrationsFolder),
		lockfile: {
			path: relative(migrationsFolder, lockfile),
			content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : lockfileContent,
		},
		shadowDbInitScript: "",
		migrationDirectories: listMigrations().map((path) => ({
			path,
			migrationFile: {
				path: "migration.sql",
				content: { tag: "ok", value: readFileSync(join(migrationsFolder, path, "migration.sql"), "utf8") },
			},
		})),
	};
}

function listMigrations(): string[] {
	if (!existsSync(migrationsFolder)) return [];
	return readdirSync(migrationsFolder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}
