import "server-only";
import { checkStoredLog } from "@/lib/domains/decisions/data/log-records";
import type { LogCheck } from "@/lib/domains/decisions/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inTransaction, type Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { newId } from "@/lib/platform/id/id";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/**
 * Verifies the whole log, tells who asked and what was found in the audit log, and keeps it as the log's last verification;
 * a log that only lacks a head somebody typed is not kept as broken, for the head may be of another log.
 */
export async function checkDecisions(actor: Actor, heads: readonly string[] = []): Promise<LogCheck> {
	const startedAt = new Date();
	const check = await checkStoredLog(heads);
	const { entries, blocks, head, fault } = check;
	const isOfLog = !fault || heads.length === 0 || (await checkStoredLog()).fault !== null;
	await inTransaction(async (tx) => {
		const id = newId("dck");
		const found = { id, startedBy: actor.userId ?? actor.label, startedAt, finishedAt: new Date() };
		if (isOfLog)
			await tx.decisionCheck.create({
				data: { ...found, entries, blocks, head, fault: fault ?? Prisma.DbNull },
			});
		await recordAudit(tx, {
			actor,
			action: "decision-log.verify",
			subjectType: "decision_check",
			subjectId: id,
			after: { entries, blocks, head, fault, ...(heads.length > 0 && { heads: [...heads] }) },
		});
		if (fault && isOfLog) await tellGuardians(tx, id);
	});
	return check;
}

/** Whoever watches over the log hears of a fault that lies in it, not of a head that somebody typed. */
async function tellGuardians(tx: Tx, checkId: string): Promise<void> {
	const people = await tx.membership.findMany({
		where: { role: { in: ["auditor", "ops_lead", "admin"] }, user: { status: "ACTIVE" } },
		select: { userId: true },
		distinct: ["userId"],
	});
	await notifyUsers(
		tx,
		people.map((person) => person.userId),
		{
			key: `decision-log-broken:${checkId}`,
			kind: "decisionLogBroken",
			params: {},
			href: routes.ops.decisions(),
		},
	);
}
