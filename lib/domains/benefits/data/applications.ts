import "server-only";
import { BENEFITS_PER_PAGE } from "@/lib/domains/benefits/constants";
import type { ApplicationQuery } from "@/lib/domains/benefits/schema";
import type {
	ApplicationRecord,
	ApplicationRow,
	BenefitFiles,
	BenefitUse,
	HistoryLine,
} from "@/lib/domains/benefits/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import { listFiles } from "@/lib/platform/files/data";
import type { PlatformScope, Scope } from "@/lib/platform/session/scope";

const rowColumns = `a.id, a.benefit_id AS "benefitId", b.name_zh AS "benefitNameZh", b.name_en AS "benefitNameEn", b.audience,
	a.organisation_id AS "organisationId", o.name AS "organisationName", a.partner_id AS "partnerId", x.name AS "partnerName",
	a.streamer, a.amount, p.unit, a.spent, a.state, a.first_by_id AS "firstById", f.name AS "firstByName",
	a.expires_on AS "expiresOn", a.created_at AS "createdAt"`;
const recordColumns = `${rowColumns}, a.benefit_version AS "benefitVersion", b.pool_id AS "poolId", b.period, b.four_eyes_above AS "fourEyesAbove", a.statement, a.eligibility,
	d.name AS "decidedByName", a.decided_at AS "decidedAt", a.reason, a.grant_id AS "grantId", a.granted_on AS "grantedOn",
	a.effect, a.reported_at AS "reportedAt", c.name AS "createdByName", b.proof_zh AS "proofZh", b.proof_en AS "proofEn"`;
const from = `FROM benefit_applications a JOIN benefits b ON b.id = a.benefit_id JOIN organisations o ON o.id = a.organisation_id
	LEFT JOIN partners x ON x.id = a.partner_id LEFT JOIN pools p ON p.id = b.pool_id LEFT JOIN users f ON f.id = a.first_by_id
	LEFT JOIN users d ON d.id = a.decided_by_id LEFT JOIN users c ON c.id = a.created_by_id`;

/** The worklist: what waits longest first, otherwise the newest first. */
export async function listApplications(
	_scope: PlatformScope,
	{ q, state, benefit, audience, page }: ApplicationQuery,
): Promise<{ rows: ApplicationRow[]; total: number }> {
	const { rows } = await pool().query<ApplicationRow & { total: bigint }>(
		`SELECT ${rowColumns}, count(*) OVER () AS total ${from}
		  WHERE ($1 = '' OR o.name ILIKE $2 OR a.streamer ILIKE $2 OR a.id = $1 OR a.grant_id = $1)
		    AND ($3 = '' OR $3 = 'waiting' AND a.state IN ('APPLIED', 'SECOND') OR a.state = $3)
		    AND ($4 = '' OR a.benefit_id = $4) AND ($5 = '' OR b.audience = $5)
		  ORDER BY CASE WHEN $3 = 'waiting' THEN a.created_at END, a.created_at DESC, a.id DESC
		  LIMIT ${BENEFITS_PER_PAGE} OFFSET $6`,
		[q, likePattern(q), state, benefit, audience, (page - 1) * BENEFITS_PER_PAGE],
	);
	return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export async function findApplication(_scope: PlatformScope, id: string): Promise<ApplicationRecord | null> {
	const { rows } = await pool().query<ApplicationRecord>(`SELECT ${recordColumns} ${from} WHERE a.id = $1`, [
		id,
	]);
	return rows[0] ?? null;
}

/** The scope's own; anybody else's is not there. */
export async function findOwnApplication(scope: Scope, id: string): Promise<ApplicationRecord | null> {
	const { rows } = await pool().query<ApplicationRecord>(
		`SELECT ${recordColumns} ${from} WHERE a.id = $1 AND a.organisation_id = $2`,
		[id, scope.organisationId],
	);
	return rows[0] ?? null;
}

export async function listOwnApplications(
	scope: Scope,
	benefitId: string | null = null,
): Promise<ApplicationRow[]> {
	const { rows } = await pool().query<ApplicationRow>(
		`SELECT ${rowColumns} ${from} WHERE a.organisation_id = $1 AND ($2::text IS NULL OR a.benefit_id = $2)
		  ORDER BY a.state IN ('APPLIED', 'SECOND', 'GRANTED', 'USED') DESC, a.created_at DESC, a.id DESC LIMIT 60`,
		[scope.organisationId, benefitId],
	);
	return rows;
}

/** Of an application the caller has read under its own scope. */
export async function listUses(applicationId: string): Promise<BenefitUse[]> {
	const { rows } = await pool().query<BenefitUse>(
		`SELECT u.id, u.amount, u.used_on AS "usedOn", u.evidence, u.at, p.name AS by,
		        (SELECT count(*)::int FROM stored_files f WHERE f.purpose = 'BENEFIT_USE' AND f.subject_id = u.id AND f.removed_at IS NULL) AS files
		   FROM benefit_uses u LEFT JOIN users p ON p.id = u.used_by_id WHERE u.application_id = $1 ORDER BY u.at, u.id`,
		[applicationId],
	);
	return rows;
}

/** The files of an application as whoever asks may read them. */
export async function listBenefitFiles(
	scope: Scope,
	applicationId: string,
	uses: readonly BenefitUse[],
): Promise<BenefitFiles> {
	const [ofReport, ...ofUses] = await Promise.all([
		listFiles(scope, { purpose: "BENEFIT_REPORT", subjectId: applicationId }),
		...uses
			.filter(({ files }) => files > 0)
			.map(
				async ({ id }) => [id, await listFiles(scope, { purpose: "BENEFIT_USE", subjectId: id })] as const,
			),
	]);
	return { ofReport, ofUse: Object.fromEntries(ofUses) };
}

/** What was done with a benefit or an application, from the audit trail, newest first. */
export async function listHistory(
	subjectType: "benefit" | "benefit_application",
	id: string,
): Promise<HistoryLine[]> {
	const { rows } = await pool().query<HistoryLine>(
		`SELECT id::text, at, actor_label AS by, action, reason FROM audit_entries
		  WHERE subject_type = $1 AND subject_id = $2 ORDER BY id DESC LIMIT 50`,
		[subjectType, id],
	);
	return rows;
}

export async function countWaiting(_scope: PlatformScope): Promise<number> {
	const { rows } = await pool().query<{ n: number }>(
		"SELECT count(*)::int AS n FROM benefit_applications WHERE state IN ('APPLIED', 'SECOND')",
	);
	return rows[0]?.n ?? 0;
}
