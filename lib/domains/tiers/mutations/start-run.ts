import "server-only";
import { readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { RUN_LOCK } from "@/lib/domains/tiers/data/run-lock";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { businessDayOf, type Day, isDay, lastClosedMonth, type Month, monthRange } from "@/lib/platform/time";

export const computeJob = "tiers.compute";

/** Starters take turns, so that the second is told instead of meeting the unique index. */
const START_KEY = 0;

export type RunRequest = {
	/** Facts up to and including this business day count; the period is the last whole month that had ended by it. */
	asOf: Day;
	/** Why a month that has a final run is evaluated again. */
	reason?: string;
	actor: Actor;
	now: Date;
	/** When the queue takes the run up; whoever computes it itself leaves the queue for the case that it dies. */
	computeAfter?: Date;
};

export type RunStarted = { runId: string; period: Month };

/**
 * Opens a run of a month and leaves its computing to a job. Of two who start the same month one wins and the other is
 * told (`RUN_OPEN`); a month that is final already is evaluated again only as a correction that says why (`PERIOD_FINAL`).
 */
export function startRun(request: RunRequest): Promise<Outcome<RunStarted>> {
	return inOutcomeTransaction(async (tx) => {
		const opened = await openRun(tx, request);
		if (!opened.ok) return opened;
		await enqueueJob(
			tx,
			computeJob,
			{ runId: opened.runId },
			{ key: opened.runId, startAfter: request.computeAfter },
		);
		return opened;
	});
}

async function openRun(tx: Tx, { asOf, reason, actor, now }: RunRequest): Promise<Outcome<RunStarted>> {
	if (!isDay(asOf)) return refuse("AS_OF_INVALID");
	const { tierPolicy, forcePolicy } = await readRunPolicies(asOf);
	const { minClosedDays } = tierPolicy.document;
	const { period } = windowsEndedBy(tierPolicy.document, asOf);
	if (period > lastClosedMonth(businessDayOf(now), minClosedDays)) {
		return refuse("PERIOD_NOT_CLOSED", { params: { month: period, days: minClosedDays } });
	}
	await tx.$executeRaw`SELECT pg_advisory_xact_lock(${RUN_LOCK}::int, ${START_KEY}::int)`;
	const open = await findOpenRun(tx);
	if (open) return refuse("RUN_OPEN", { params: { month: open } });
	if ((await tx.partner.count({ where: { status: { in: ["ACTIVE", "PROBATION"] } } })) === 0) {
		return refuse("NO_PARTNERS");
	}
	const corrects = await findFinalRun(tx, period);
	if (corrects && !reason) return refuse("PERIOD_FINAL", { params: { month: period } });
	const runId = newId("run");
	await tx.evaluationRun.create({
		data: {
			id: runId,
			period: dateOf(monthRange(period).from),
			asOf: dateOf(asOf),
			tierPolicyVersion: tierPolicy.version,
			forcePolicyVersion: forcePolicy.version,
			correctsRunId: corrects,
			reason: reason ?? null,
			startedById: actor.userId,
			createdAt: now,
		},
	});
	await recordAudit(tx, {
		actor,
		action: "evaluation.start",
		subjectType: "evaluation_run",
		subjectId: runId,
		after: { period, asOf, corrects },
		reason,
	});
	return { ok: true, runId, period };
}

/** The month of a run under way: the next one reads what it will have said. */
async function findOpenRun(tx: Tx): Promise<Month | null> {
	const open = await tx.evaluationRun.findFirst({
		where: { status: { in: ["COMPUTING", "DRAFT", "NOTICE"] } },
		select: { period: true },
	});
	return open?.period.toISOString().slice(0, 7) ?? null;
}

/** The final run of a month that stands. */
async function findFinalRun(tx: Tx, period: Month): Promise<string | null> {
	const final = await tx.evaluationRun.findFirst({
		where: { status: "FINAL", period: dateOf(monthRange(period).from) },
		orderBy: [{ finalisedAt: "desc" }, { id: "desc" }],
		select: { id: true },
	});
	return final?.id ?? null;
}

function dateOf(day: Day): Date {
	return new Date(`${day}T00:00:00Z`);
}
