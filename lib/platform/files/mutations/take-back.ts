import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { StoredFile } from "@/lib/platform/db/generated/client";
import type { FileStanding } from "@/lib/platform/files/gates/types";
import type { Scope } from "@/lib/platform/session/scope";

/**
 * Takes a file off its list. What the other side has seen keeps its row and its bytes, so that it stays provable; what
 * nobody saw is deleted. Gives back the key whose bytes are to be removed once the transaction stands.
 */
export async function takeBack(
	tx: Tx,
	scope: Scope,
	file: StoredFile,
	standing: FileStanding,
): Promise<string | null> {
	const isKept = standing.wasSeen(file.createdAt);
	if (isKept) {
		await tx.storedFile.update({
			where: { id: file.id },
			data: { removedAt: new Date(), removedById: scope.userId },
		});
	} else await tx.storedFile.delete({ where: { id: file.id } });
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "file.remove",
		subjectType: "file",
		subjectId: file.id,
		organisationId: file.organisationId,
		before: {
			...{ purpose: file.purpose, subject: file.subjectId, slot: file.slot },
			...{ name: file.name, sizeBytes: file.sizeBytes, sha256: file.sha256 },
		},
		after: { isKept },
	});
	return isKept ? null : file.storageKey;
}
