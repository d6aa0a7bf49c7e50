import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { SittingState } from "@/lib/domains/certification/constants/sittings";
import { readBlueprint } from "@/lib/domains/certification/data/exam-policy";
import { type PaperRow, readPaper } from "@/lib/domains/certification/data/papers";
import { issueCertificate } from "@/lib/domains/certification/mutations/issue-certificate";
import { openPractical } from "@/lib/domains/certification/mutations/open-practical";
import { markPaper } from "@/lib/domains/certification/rules/mark-paper";
import { GRACE_MS } from "@/lib/domains/certification/rules/sitting-clock";
import type { PaperResult } from "@/lib/domains/certification/types/exams";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { logError } from "@/lib/platform/log/log";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

export type HeldSitting = {
	id: string;
	userId: string;
	partnerId: string;
	organisationId: string;
	level: CertificateLevel;
	policyVersion: number;
	state: SittingState;
	deadlineAt: Date;
	deviceHash: string;
	/** By the database's clock, the grace included. */
	isOverdue: boolean;
	now: Date;
};

/** A sitting, held until the transaction ends: no answer is saved and nobody else ends it meanwhile. */
export async function holdSitting(client: PoolClient, sittingId: string): Promise<HeldSitting | null> {
	const { rows } = await client.query<HeldSitting>(
		`SELECT id, user_id AS "userId", partner_id AS "partnerId", organisation_id AS "organisationId", level,
		        policy_version AS "policyVersion", state, deadline_at AS "deadlineAt", device_hash AS "deviceHash",
		        deadline_at + $2 * interval '1 millisecond' < clock_timestamp() AS "isOverdue",
		        date_trunc('milliseconds', clock_timestamp()) AS now
		   FROM exam_sittings WHERE id = $1 FOR UPDATE`,
		[sittingId, GRACE_MS],
	);
	return rows[0] ?? null;
}

/**
 * Ends a held sitting and marks it at once: the points of each question, the result, what follows from it (a certificate,
 * or the practical part), the audit row and the news. Ended by the clock, it ended at its deadline.
 */
export async function endHeldSitting(
	client: PoolClient,
	sitting: HeldSitting,
	by: "CANDIDATE" | "CLOCK",
	actor: Actor = systemActor("exam:clock"),
): Promise<SittingState> {
	const blueprint = await readBlueprint(sitting.level, sitting.policyVersion);
	const paper = await readPaper(sitting.id, client);
	const result = mark(paper, blueprint.passBps);
	const endedAt = by === "CLOCK" || sitting.now > sitting.deadlineAt ? sitting.deadlineAt : sitting.now;
	const state = !result.passed ? "FAILED" : blueprint.practical ? "PRACTICAL" : "PASSED";
	await client.query(
		`UPDATE exam_sitting_questions q SET points = r.points
		   FROM json_to_recordset($2) AS r(version_id text, points smallint)
		  WHERE q.sitting_id = $1 AND q.version_id = r.version_id`,
		[
			sitting.id,
			JSON.stringify(result.questions.map(({ versionId, points }) => ({ version_id: versionId, points }))),
		],
	);
	await client.query(
		`UPDATE exam_sittings SET state = $2, ended_at = $3, ended_by = $4, points = $5, of_points = $6, paper_passed = $7
		  WHERE id = $1`,
		[sitting.id, state, endedAt, by, result.points, result.of, result.passed],
	);
	if (state === "PRACTICAL") await openPractical(client, sitting, sitting.now);
	if (state === "PASSED") await issueCertificate(client, sitting, blueprint.validMonths, sitting.now);
	await recordAuditRaw(client, {
		actor,
		action: "exam.end",
		subjectType: "exam_sitting",
		subjectId: sitting.id,
		organisationId: sitting.organisationId,
		after: { state, by, points: result.points, of: result.of },
	});
	await notifyUsersRaw(client, [sitting.userId], {
		key: `exam-ended:${sitting.id}`,
		kind: `examResult${state}`,
		params: { points: result.points, of: result.of },
		href: routes.partner.sitting(sitting.id),
	});
	return state;
}

function mark(paper: readonly PaperRow[], passBps: number): PaperResult {
	return markPaper(paper, {
		parts: new Map(paper.map(({ versionId, body }) => [versionId, body.parts])),
		answers: new Map(
			paper.flatMap(({ versionId, answer }) => (answer ? [[versionId, answer] as const] : [])),
		),
		passBps,
	});
}

/** Ends what ran past its deadline and its grace; each in a transaction of its own, so that one that fails stops no other. */
export async function closeOverdueSittings(): Promise<number> {
	return endEach(
		`SELECT id FROM exam_sittings WHERE state = 'SITTING' AND deadline_at + $1 * interval '1 millisecond' < clock_timestamp()
		  ORDER BY deadline_at LIMIT 1000`,
		[GRACE_MS],
	);
}

/** The same for one person, before anything is decided that an open sitting stands against. */
export async function endOverdueOf(userId: string): Promise<number> {
	return endEach(
		`SELECT id FROM exam_sittings WHERE state = 'SITTING' AND deadline_at + $1 * interval '1 millisecond' < clock_timestamp()
		    AND user_id = $2`,
		[GRACE_MS, userId],
	);
}

async function endEach(sql: string, values: unknown[]): Promise<number> {
	const { rows } = await pool().query<{ id: string }>(sql, values);
	let ended = 0;
	for (const { id } of rows) {
		try {
			await inRawTransaction(async (client) => {
				const held = await holdSitting(client, id);
				if (held?.state !== "SITTING" || !held.isOverdue) return;
				await endHeldSitting(client, held, "CLOCK");
				ended += 1;
			});
		} catch (error) {
			logError("a sitting could not be ended", { sittingId: id, error });
		}
	}
	return ended;
}
