import "server-only";
import { mappingDefinitionSchema } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain } from "@/lib/domains/gmv/types";
import type { MappingRow } from "@/lib/domains/intake/types";
import { db } from "@/lib/platform/db/client";
import type { ImportMapping } from "@/lib/platform/db/generated/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

function toRow(mapping: ImportMapping, names: ReadonlyMap<string, string>): MappingRow {
	const { id, name, grain, version, updatedAt } = mapping;
	return {
		id,
		name,
		grain,
		version,
		updatedAt,
		definition: mappingDefinitionSchema.parse(mapping.definition),
		updatedBy: names.get(mapping.updatedById) ?? null,
		isArchived: mapping.archivedAt !== null,
	};
}

async function toRows(mappings: readonly ImportMapping[]): Promise<MappingRow[]> {
	const users = await db().user.findMany({
		where: { id: { in: mappings.map(({ updatedById }) => updatedById) } },
		select: { id: true, name: true },
	});
	const names = new Map(users.map(({ id, name }) => [id, name]));
	return mappings.map((mapping) => toRow(mapping, names));
}

/** Saved mappings, those in use first, by name. */
export async function listMappings(
	_scope: PlatformScope,
	{ withArchived = false, grain }: { withArchived?: boolean; grain?: FeedGrain } = {},
): Promise<MappingRow[]> {
	return toRows(
		await db().importMapping.findMany({
			where: { ...(withArchived ? {} : { archivedAt: null }), grain },
			orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
		}),
	);
}

/** The same for the operator of the machine, who may see everything. */
export async function listMappingsAsOperator(): Promise<MappingRow[]> {
	return toRows(await db().importMapping.findMany({ where: { archivedAt: null }, orderBy: { name: "asc" } }));
}

/** A saved mapping that is in use, by its name; for the operator of the machine. */
export async function findMappingByName(name: string): Promise<MappingRow | null> {
	const found = await db().importMapping.findFirst({ where: { name, archivedAt: null } });
	return found && ((await toRows([found]))[0] ?? null);
}
