import "server-only";
import { withEngine } from "./engine";
import { noFilter, readSchema } from "./files";

/**
 * The SQL that would lead from the migrated database at `url` to the schema files; empty when they agree.
 * What Prisma has no words for (checks, triggers, partial and expression indexes, exclusion constraints, deferrable
 * foreign keys, partitions, views) is not looked at.
 */
export async function detectDrift(url: string): Promise<string> {
	const schema = readSchema();
	const { exitCode, stdout } = await withEngine(url, (engine) =>
		engine.diff({
			from: { tag: "schemaDatasource", ...schema, configDir: "prisma" },
			to: { tag: "schemaDatamodel", ...schema },
			script: true,
			exitCode: true,
			filters: noFilter,
		}),
	);
	return exitCode === 0 ? "" : (stdout ?? "");
}
