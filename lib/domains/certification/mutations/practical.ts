import "server-only";
import type { PoolClient } from "pg";
import { readBlueprint, readExamPolicyVersion } from "@/lib/domains/certification/data/exam-policy";
import { type HeldSitting, holdSitting } from "@/lib/domains/certification/mutations/end-sitting";
import { issueCertificate } from "@/lib/domains/certification/mutations/issue-certificate";
import { settlePractical, totalOf } from "@/lib/domains/certification/rules/practical";
import type { ScorePractical, SubmitPractical } from "@/lib/domains/certification/schema/practical";
import { actorOf, systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Practical = { submittedAt: Date | null; settledAt: Date | null; dueOn: string };

async function holdPractical(client: PoolClient, sittingId: string): Promise<Practical> {
	const { rows } = await client.query<Practical>(
		`SELECT submitted_at AS "submittedAt", settled_at AS "settledAt", due_on AS "dueOn"
		   FROM exam_practicals WHERE sitting_id = $1 FOR UPDATE`,
		[sittingId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

/** The candidate hands in the practical part, once, until the end of its last day: a file, a link, or both. */
export function submitPractical(
	scope: PartnerScope,
	{ sittingId, link, note }: SubmitPractical,
): Promise<Outcome<{ sittingId: string }>> {
	grant(scope, "exam.own");
	return inRawOutcomeTransaction<{ sittingId: string }>(async (client) => {
		const sitting = await holdSitting(client, sittingId);
		if (sitting?.userId !== scope.userId || sitting.organisationId !== scope.organisationId)
			throw new AppError("NOT_FOUND");
		const practical = await holdPractical(client, sittingId);
		if (practical.settledAt) return refuse("PRACTICAL_SETTLED");
		if (practical.submittedAt) return refuse("PRACTICAL_SUBMITTED");
		if (businessDayOf(sitting.now) > practical.dueOn) return refuse("PRACTICAL_TOO_LATE");
		const { rows } = await client.query<{ id: string }>(
			`SELECT id FROM stored_files WHERE purpose = 'EXAM_PRACTICAL' AND subject_id = $1 AND removed_at IS NULL
			  ORDER BY created_at, id LIMIT 1`,
			[sittingId],
		);
		const fileId = rows[0]?.id ?? null;
		if (!fileId && !link) return refuse("PRACTICAL_EMPTY", { fieldErrors: { link: "PRACTICAL_EMPTY" } });
		await client.query(
			`UPDATE exam_practicals SET file_id = $2, link = $3, note = $4, submitted_at = date_trunc('milliseconds', clock_timestamp())
			  WHERE sitting_id = $1`,
			[sittingId, fileId, link || null, note || null],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.submit-practical",
			subjectType: "exam_sitting",
			subjectId: sittingId,
			after: { fileId, link: link || null },
		});
		return { ok: true, sittingId };
	});
}

/**
 * A marker's scores: two who do not see each other's, and a third where they disagree. The database refuses whoever
 * declared a conflict of interest with the candidate's company, and a second mark by the same person.
 */
export async function scorePractical(
	scope: PlatformScope,
	{ sittingId, scores, note }: ScorePractical,
): Promise<Outcome<{ sittingId: string }>> {
	grant(scope, "exam.score");
	try {
		return await inRawOutcomeTransaction<{ sittingId: string }>(async (client) => {
			const sitting = await holdSitting(client, sittingId);
			if (!sitting) throw new AppError("NOT_FOUND");
			const practical = await holdPractical(client, sittingId);
			if (!practical.submittedAt) throw new AppError("NOT_FOUND");
			if (practical.settledAt) return refuse("PRACTICAL_SETTLED");
			const { practical: terms } = (await readExamPolicyVersion(sitting.policyVersion)).document;
			const missing = terms.rubric.find(({ code, max }) => scores[code] === undefined || scores[code] > max);
			if (missing || Object.keys(scores).length !== terms.rubric.length)
				return refuse("SCORES_INVALID", {
					...(missing && { fieldErrors: { [`scores.${missing.code}`]: "SCORES_INVALID" } }),
				});
			const marks = await client.query<{ markerId: string; total: number }>(
				`SELECT marker_id AS "markerId", total FROM exam_practical_marks WHERE sitting_id = $1 ORDER BY ordinal`,
				[sittingId],
			);
			if (marks.rows.some(({ markerId }) => markerId === scope.userId)) return refuse("MARKED_ALREADY");
			const total = totalOf(terms.rubric, scores);
			await client.query(
				`INSERT INTO exam_practical_marks (sitting_id, ordinal, marker_id, scores, total, note)
				 VALUES ($1, $2, $3, $4, $5, $6)`,
				[sittingId, marks.rows.length + 1, scope.userId, JSON.stringify(scores), total, note],
			);
			await recordAuditRaw(client, {
				actor: actorOf(scope),
				action: "exam.score-practical",
				subjectType: "exam_sitting",
				subjectId: sittingId,
				organisationId: sitting.organisationId,
				after: { ordinal: marks.rows.length + 1, total },
			});
			await settle(client, sitting, [...marks.rows.map((mark) => mark.total), total], terms);
			return { ok: true, sittingId };
		});
	} catch (error) {
		if ((error as { constraint?: string }).constraint === "conflict_of_interest")
			return refuse("CONFLICT_OF_INTEREST");
		throw error;
	}
}

async function settle(
	client: PoolClient,
	sitting: HeldSitting,
	totals: readonly number[],
	{ passBps, rubric }: { passBps: number; rubric: readonly { code: string; max: number }[] },
): Promise<void> {
	const of = rubric.reduce((sum, { max }) => sum + max, 0);
	const result = settlePractical(totals, { of, passBps });
	if (result.state === "DONE") await close(client, sitting, result.halves, result.passed);
}

async function close(
	client: PoolClient,
	sitting: HeldSitting,
	halves: number,
	passed: boolean,
): Promise<void> {
	const state = passed ? "PASSED" : "FAILED";
	await client.query(
		"UPDATE exam_practicals SET settled_at = date_trunc('milliseconds', clock_timestamp()), halves = $2 WHERE sitting_id = $1",
		[sitting.id, halves],
	);
	await client.query("UPDATE exam_sittings SET state = $2::sitting_state WHERE id = $1", [sitting.id, state]);
	const { validMonths } = await readBlueprint(sitting.level, sitting.policyVersion);
	if (passed) await issueCertificate(client, sitting, validMonths, sitting.now);
	await recordAuditRaw(client, {
		actor: systemActor("exam:practical"),
		action: "exam.settle-practical",
		subjectType: "exam_sitting",
		subjectId: sitting.id,
		organisationId: sitting.organisationId,
		after: { state, halves },
	});
	await notifyUsersRaw(client, [sitting.userId], {
		key: `exam-practical:${sitting.id}`,
		kind: passed ? "examPracticalPassed" : "examPracticalFailed",
		params: {},
		href: routes.partner.sitting(sitting.id),
	});
}

/** What was not handed in by the end of its last day is settled with nothing: the next sitting is not kept waiting for ever. */
export async function lapsePracticals(): Promise<number> {
	const { rows } = await pool().query<{ id: string }>(
		`SELECT sitting_id AS id FROM exam_practicals
		  WHERE submitted_at IS NULL AND settled_at IS NULL AND due_on < shanghai_day(clock_timestamp()) ORDER BY due_on LIMIT 500`,
	);
	for (const { id } of rows)
		await inRawTransaction(async (client) => {
			const sitting = await holdSitting(client, id);
			const practical = await holdPractical(client, id);
			if (sitting && !practical.submittedAt && !practical.settledAt) await close(client, sitting, 0, false);
		});
	return rows.length;
}
