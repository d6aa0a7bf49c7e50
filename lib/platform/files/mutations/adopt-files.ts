import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { FilePurpose } from "@/lib/platform/files/types";
import { holdSubject } from "./hold-subject";

export type Adoption = {
	purpose: Extract<FilePurpose, "APPEAL" | "EXIT_NOTICE" | "TIER_APPEAL">;
	/** What the files were attached to while it was being written: the application of an appeal, the partner of a notice. */
	draftSubjectId: string;
	/** Only those of this slot; every one unless given. */
	slot?: string;
	/** The appeal or exit case that now exists. */
	subjectId: string;
	organisationId: string;
};

/**
 * Hands the files of something that was being written over to what came of it; to be called in the transaction that
 * creates the appeal or the exit case. An upload still under way is refused from then on. Answers how many there were.
 */
export async function adoptFiles(tx: Tx, adoption: Adoption): Promise<number> {
	const { purpose, draftSubjectId, slot, subjectId, organisationId } = adoption;
	await holdSubject(tx, { purpose, subjectId: draftSubjectId });
	const { count } = await tx.storedFile.updateMany({
		where: { purpose, subjectId: draftSubjectId, slot, organisationId, removedAt: null },
		data: { subjectId },
	});
	return count;
}
