import "server-only";
import type { PoolClient } from "pg";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { isBankEnough } from "@/lib/domains/certification/mutations/bank-coverage";
import { type HeldVersion, holdVersion } from "@/lib/domains/certification/mutations/write-question";
import type { RetireQuestion, ReviewQuestion } from "@/lib/domains/certification/schema/bank";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

type Reviewed = { questionId: string };

/**
 * The second person's word: approved, it is drawn from now on and the version before it no more; or sent back with what
 * to mend. Its writer is refused, here and by the database. The writer is told.
 */
export function reviewQuestion(
	scope: PlatformScope,
	{ versionId, revision, verdict, note }: ReviewQuestion,
): Promise<Outcome<Reviewed>> {
	grant(scope, "exam.review");
	return inRawOutcomeTransaction<Reviewed>(async (client) => {
		const held = await holdVersion(client, versionId);
		if (held.writtenById === scope.userId) return refuse("QUESTION_OF_OWN");
		if (held.state !== "IN_REVIEW") return refuse("STALE_VERSION");
		const retired = verdict === "APPROVED" ? await retireInUse(client, held.questionId) : null;
		const { rowCount } = await client.query(
			`UPDATE exam_question_versions SET state = $3::question_state, reviewed_by_id = $4, reviewed_at = now(),
			        review_note = $5, revision = revision + 1 WHERE id = $1 AND revision = $2 AND state = 'IN_REVIEW'`,
			[versionId, revision, verdict, scope.userId, note || null],
		);
		if (rowCount !== 1) return refuse("STALE_VERSION");
		if (retired?.wasEnough && !(await isBankEnough(client, retired.level)))
			return refuse("BANK_WOULD_BE_SHORT");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.review-question",
			subjectType: "exam_question_version",
			subjectId: versionId,
			before: { state: "IN_REVIEW" },
			after: { state: verdict },
			...(note && { reason: note }),
		});
		await tellWriter(client, held, verdict);
		return { ok: true, questionId: held.questionId };
	});
}

function tellWriter(client: PoolClient, held: HeldVersion, verdict: ReviewQuestion["verdict"]) {
	return notifyUsersRaw(client, [held.writtenById], {
		key: `exam-question:${held.id}:${held.revision}`,
		kind: verdict === "APPROVED" ? "questionApproved" : "questionReturned",
		params: { code: held.code },
		href: routes.ops.question(held.questionId),
	});
}

/** Takes the version in use out of use; answers its level and whether the bank was enough with it, null where none was. */
async function retireInUse(
	client: PoolClient,
	questionId: string,
): Promise<{ level: CertificateLevel; wasEnough: boolean } | null> {
	const { rows } = await client.query<{ level: CertificateLevel }>(
		"SELECT level FROM exam_question_versions WHERE question_id = $1 AND state = 'APPROVED'",
		[questionId],
	);
	const level = rows[0]?.level;
	if (!level) return null;
	const wasEnough = await isBankEnough(client, level);
	await client.query(
		`UPDATE exam_question_versions SET state = 'RETIRED', revision = revision + 1
		  WHERE question_id = $1 AND state = 'APPROVED'`,
		[questionId],
	);
	return { level, wasEnough };
}

/** Takes a question out of use. Papers that were drawn keep it; refused where an open window would lack questions. */
export function retireQuestion(
	scope: PlatformScope,
	{ questionId, reason }: RetireQuestion,
): Promise<Outcome<Reviewed>> {
	grant(scope, "exam.review");
	return inRawOutcomeTransaction<Reviewed>(async (client) => {
		const { rowCount } = await client.query("SELECT FROM exam_questions WHERE id = $1 FOR UPDATE", [
			questionId,
		]);
		if (rowCount !== 1) throw new AppError("NOT_FOUND");
		const retired = await retireInUse(client, questionId);
		if (!retired) return refuse("QUESTION_NOT_IN_USE");
		if (retired.wasEnough && !(await isBankEnough(client, retired.level)))
			return refuse("BANK_WOULD_BE_SHORT");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "exam.retire-question",
			subjectType: "exam_question",
			subjectId: questionId,
			before: { state: "APPROVED" },
			after: { state: "RETIRED" },
			reason,
		});
		return { ok: true, questionId };
	});
}
