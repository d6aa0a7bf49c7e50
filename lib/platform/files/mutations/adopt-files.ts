import "server-only";
import type { PoolClient } from "pg";
import type { Tx } from "@/lib/platform/db/client";
import type { FilePurpose } from "@/lib/platform/files/types";
import { holdSubject } from "./hold-subject";

export type Adoption = {
	purpose: Extract<FilePurpose, "APPEAL" | "EXIT_NOTICE">;
	/** What the files were attached to while it was being written: the application of an appeal, the partner of a notice. */
	draftSubjectId: string;
	/** The appeal or exit case that now exists. */
	subjectId: string;
	organisationId: string;
};

/**
 * Hands the files of something that was being written over to what came of it; to be called in the transaction that
 * creates the appeal or the exit case. An upload still under way is refused from then on. Answers how many there were.
 */
export async function adoptFiles(tx: Tx, adoption: Adoption): Promise<number> {
	const { purpose, draftSubjectId, subjectId, organisationId } = adoption;
	await holdSubject(tx, { purpose, subjectId: draftSubjectId });
	const { count } = await tx.storedFile.updateMany({
		where: { purpose, subjectId: draftSubjectId, organisationId, removedAt: null },
		data: { subjectId },
	});
	return count;
}

/** The same for a raw `pg` transaction that holds the draft's subject already: the files of one slot. */
export async function adoptSlotRaw(
	client: PoolClient,
	adoption: Omit<Adoption, "purpose"> & { purpose: FilePurpose; slot: string },
): Promise<number> {
	const { purpose, draftSubjectId, slot, subjectId, organisationId } = adoption;
	const { rowCount } = await client.query(
		`UPDATE stored_files SET subject_id = $1
		  WHERE purpose = $2 AND subject_id = $3 AND slot = $4 AND organisation_id = $5 AND removed_at IS NULL`,
		[subjectId, purpose, draftSubjectId, slot, organisationId],
	);
	return rowCount ?? 0;
}
