import "server-only";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import type { LogCheck } from "@/lib/domains/decisions/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { newId } from "@/lib/platform/id/id";

/** Verifies the whole log and keeps what was found, with who asked. */
export async function checkDecisions(actor: Actor, heads: readonly string[] = []): Promise<LogCheck> {
	const startedAt = new Date();
	const check = await checkStoredLog(heads);
	const { entries, blocks, head, fault } = check;
	await inTransaction(async (tx) => {
		const id = newId("dck");
		await tx.decisionCheck.create({
			data: {
				id,
				startedBy: actor.userId ?? actor.label,
				startedAt,
				finishedAt: new Date(),
				entries,
				blocks,
				head,
				fault: fault ?? Prisma.DbNull,
			},
		});
		await recordAudit(tx, {
			actor,
			action: "decision-log.verify",
			subjectType: "decision_check",
			subjectId: id,
			after: { entries, blocks, head, fault },
		});
	});
	return check;
}
