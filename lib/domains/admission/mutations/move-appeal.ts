import "server-only";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { db, type Tx } from "@/lib/platform/db/client";
import type { Appeal } from "@/lib/platform/db/generated/client";
import { type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type AppealTarget = { appealId: string; version: number };
export type AppealMoved = Outcome<{ version: number }>;

type Held = Pick<Appeal, "id" | "organisationId" | "assigneeId" | "version">;

/** Gives an open appeal to somebody, or back to the queue; by compare-and-set, with its audit row. */
export async function reassignAppeal(
	tx: Tx,
	scope: PlatformScope,
	appeal: Held,
	assigneeId: string | null,
): Promise<AppealMoved> {
	const { id, version, organisationId } = appeal;
	const { count } = await tx.appeal.updateMany({
		where: { id, version, state: "OPEN" },
		data: { assigneeId, version: { increment: 1 } },
	});
	if (count !== 1) return refuse("STALE_VERSION");
	const verb = assigneeId === null ? "release" : appeal.assigneeId === null ? "claim" : "take-over";
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: `appeal.${verb}`,
		subjectType: "appeal",
		subjectId: id,
		organisationId,
		before: { assigneeId: appeal.assigneeId, version },
		after: { assigneeId, version: version + 1 },
	});
	return { ok: true, version: version + 1 };
}

/** Why a write came too late, asked after the transaction: decided by whom and when, withdrawn, or in whose hands. */
async function explainStale(appealId: string): Promise<Refusal> {
	const appeal = await db().appeal.findUniqueOrThrow({ where: { id: appealId } });
	if (appeal.state === "WITHDRAWN") return refuse("APPEAL_WITHDRAWN");
	const personId = appeal.state === "OPEN" ? appeal.assigneeId : appeal.decidedById;
	const person =
		personId && (await db().user.findUnique({ where: { id: personId }, select: { name: true } }));
	if (!person) return refuse("STALE_VERSION");
	return appeal.decidedAt
		? refuse("APPEAL_DECIDED", { params: { by: person.name, at: appeal.decidedAt.toISOString() } })
		: refuse("APPEAL_HELD_BY_OTHER", { params: { by: person.name } });
}

/** Turns a lost race into its explanation and leaves every other answer as it is. */
export async function explainedAppeal(appealId: string, outcome: AppealMoved): Promise<AppealMoved> {
	return !outcome.ok && outcome.reason === "STALE_VERSION" ? explainStale(appealId) : outcome;
}
