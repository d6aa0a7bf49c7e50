import "server-only";
import type { PoolClient } from "pg";
import { type HeldVersion, holdVersion } from "@/lib/domains/certification/mutations/write-question";
import type { SetPicture } from "@/lib/domains/certification/schema/bank";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { removeFile } from "@/lib/platform/files/mutations/remove-file";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/**
 * Gives a version in the making its picture with what it shows in words, changes those words, or takes the picture away. The
 * file was uploaded to this version, or stands on the version this one was made from; what is not used any more goes.
 */
export async function setPicture(
	scope: PlatformScope,
	input: SetPicture,
): Promise<Outcome<{ questionId: string }>> {
	grant(scope, "exam.write");
	const { versionId, revision, fileId, alt } = input;
	const outcome = await inRawOutcomeTransaction<{ questionId: string }>(async (client) => {
		const held = await holdVersion(client, versionId);
		if (held.state !== "DRAFT" && held.state !== "RETURNED") return refuse("QUESTION_SETTLED");
		if (held.writtenById !== scope.userId) return refuse("QUESTION_OF_OTHER");
		if (held.revision !== revision) return refuse("STALE_VERSION");
		if (fileId && !(await isPicture(client, held, fileId)))
			return refuse("PICTURE_UNKNOWN", { fieldErrors: { fileId: "PICTURE_UNKNOWN" } });
		const { pictureId: _, pictureAlt: __, ...rest } = held.body;
		const body = { ...rest, pictureId: fileId, ...(fileId && { pictureAlt: alt }) };
		const { rowCount } = await client.query(
			`UPDATE exam_question_versions SET body = $3, revision = revision + 1
			  WHERE id = $1 AND revision = $2 AND state IN ('DRAFT', 'RETURNED')`,
			[versionId, revision, JSON.stringify(body)],
		);
		if (rowCount !== 1) return refuse("STALE_VERSION");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.set-picture",
			subjectType: "exam_question_version",
			subjectId: versionId,
			before: { pictureId: held.body.pictureId, alt: held.body.pictureAlt ?? null },
			after: { pictureId: fileId, alt: fileId ? alt : null },
		});
		return { ok: true, questionId: held.questionId };
	});
	if (outcome.ok) await removeUnused(scope, versionId, fileId);
	return outcome;
}

async function isPicture(client: PoolClient, { id, body }: HeldVersion, fileId: string): Promise<boolean> {
	const { rowCount } = await client.query(
		`SELECT FROM stored_files WHERE id = $1 AND purpose = 'EXAM_PICTURE' AND removed_at IS NULL
		    AND media_type IN ('image/jpeg', 'image/png') AND (subject_id = $2 OR id = $3)`,
		[fileId, id, body.pictureId],
	);
	return rowCount === 1;
}

/** Uploads to this version that it does not show. */
async function removeUnused(scope: PlatformScope, versionId: string, kept: string | null): Promise<void> {
	const { rows } = await pool().query<{ id: string }>(
		`SELECT id FROM stored_files WHERE purpose = 'EXAM_PICTURE' AND subject_id = $1 AND id IS DISTINCT FROM $2
		    AND removed_at IS NULL`,
		[versionId, kept],
	);
	for (const { id } of rows) await removeFile(scope, id);
}
