import "server-only";
import { mappingDefinitionSchema } from "@/lib/domains/gmv/schema/mapping";
import type { RehearsalResult } from "@/lib/domains/gmv/types";
import type { RehearsalRow } from "@/lib/domains/intake/types";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

/** The last dry run of an upload; null where there was none. */
export async function findRehearsal(
	_scope: PlatformScope,
	uploadId: string,
	now: Date,
): Promise<RehearsalRow | null> {
	const found = await db().importRehearsal.findUnique({ where: { uploadId } });
	if (!found) return null;
	const { id, grain, state, phase, lines, failure, startedAt, finishedAt } = found;
	return {
		id,
		grain,
		state,
		phase,
		lines,
		failure,
		definition: mappingDefinitionSchema.parse(found.definition),
		bytesRead: Number(found.bytesRead),
		elapsedMs: startedAt && (finishedAt ?? now).getTime() - startedAt.getTime(),
		// Written by `rehearseUpload` from what `rehearseFile` answers, and by nobody else.
		result: found.result as RehearsalResult | null,
		hasErrors: found.errorsKey !== null,
	};
}

/** Where the refused lines of a dry run are kept. */
export async function findRehearsalErrors(
	_scope: PlatformScope,
	id: string,
): Promise<{ errorsKey: string } | null> {
	const found = await db().importRehearsal.findUnique({ where: { id }, select: { errorsKey: true } });
	return found?.errorsKey ? { errorsKey: found.errorsKey } : null;
}
