import "server-only";
import type { LogState } from "@/lib/domains/decisions/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";

/** Who took the log outside, and up to which head: from then on that head is known to have been there. */
export function noteExport(actor: Actor, { blocks, entries, head }: LogState): Promise<void> {
	return inTransaction((tx) =>
		recordAudit(tx, {
			actor,
			action: "decision-log.export",
			subjectType: "decision_block",
			subjectId: String(blocks),
			after: { entries, head },
		}),
	);
}
