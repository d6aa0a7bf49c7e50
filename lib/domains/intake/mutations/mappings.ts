import "server-only";
import type {
	ArchiveMappingInput,
	CreateMappingInput,
	UpdateMappingInput,
} from "@/lib/domains/intake/schema/mappings";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { ImportMapping } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type SavedMapping = { id: string; version: number; name: string };

const nameTaken = () => refuse("MAPPING_NAME_TAKEN", { fieldErrors: { name: "MAPPING_NAME_TAKEN" } });

function record(
	tx: Tx,
	scope: PlatformScope,
	verb: "create" | "update" | "archive" | "restore",
	after: ImportMapping,
	before?: ImportMapping,
): Promise<void> {
	const keep = ({ name, grain, definition, version }: ImportMapping) => ({
		name,
		grain,
		definition,
		version,
	});
	return recordAudit(tx, {
		actor: actorOf(scope),
		action: `import-mapping.${verb}`,
		subjectType: "import_mapping",
		subjectId: after.id,
		...(before ? { before: keep(before) } : {}),
		after: keep(after),
	});
}

/** Saves a mapping under a name nobody has taken. */
export function createMapping(
	scope: PlatformScope,
	{ name, mapping }: CreateMappingInput,
	now: Date,
): Promise<Outcome<SavedMapping>> {
	return inOutcomeTransaction(async (tx) => {
		const [made] = await tx.importMapping.createManyAndReturn({
			data: {
				id: newId("map"),
				name,
				...mapping,
				createdById: scope.userId,
				updatedById: scope.userId,
				createdAt: now,
				updatedAt: now,
			},
			skipDuplicates: true,
		});
		if (!made) return nameTaken();
		await record(tx, scope, "create", made);
		return { ok: true, id: made.id, version: made.version, name };
	});
}

/** Changes a mapping somebody has seen in the version given; files already imported keep the one they were read by. */
export function updateMapping(
	scope: PlatformScope,
	{ id, version, name, mapping }: UpdateMappingInput,
	now: Date,
): Promise<Outcome<SavedMapping>> {
	return inOutcomeTransaction(async (tx) => {
		const before = await find(tx, id);
		if (before.archivedAt) return refuse("MAPPING_ARCHIVED");
		if (await tx.importMapping.findFirst({ where: { name, id: { not: id } } })) return nameTaken();
		const [after] = await tx.importMapping.updateManyAndReturn({
			where: { id, version, archivedAt: null },
			data: { name, ...mapping, version: version + 1, updatedById: scope.userId, updatedAt: now },
		});
		if (!after) return refuse("CHANGED_MEANWHILE");
		await record(tx, scope, "update", after, before);
		return { ok: true, id, version: after.version, name };
	});
}

/** Takes a mapping out of use, or back into it. */
export function archiveMapping(
	scope: PlatformScope,
	{ id, version, isArchived }: ArchiveMappingInput,
	now: Date,
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const before = await find(tx, id);
		const [after] = await tx.importMapping.updateManyAndReturn({
			where: { id, version, archivedAt: isArchived ? null : { not: null } },
			data: {
				archivedAt: isArchived ? now : null,
				version: version + 1,
				updatedById: scope.userId,
				updatedAt: now,
			},
		});
		if (!after) return refuse("CHANGED_MEANWHILE");
		await record(tx, scope, isArchived ? "archive" : "restore", after, before);
		return { ok: true };
	});
}

async function find(tx: Tx, id: string): Promise<ImportMapping> {
	const found = await tx.importMapping.findUnique({ where: { id } });
	if (!found) throw new AppError("NOT_FOUND");
	return found;
}
