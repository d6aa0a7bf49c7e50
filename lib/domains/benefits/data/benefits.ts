import "server-only";
import { BENEFITS_PER_PAGE } from "@/lib/domains/benefits/constants";
import type { BenefitQuery } from "@/lib/domains/benefits/schema";
import type {
	Benefit,
	BenefitAudience,
	BenefitItem,
	BenefitRow,
	BenefitVersion,
	OwnItem,
} from "@/lib/domains/benefits/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope, Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";
import { counts } from "./counted";
import type { Door } from "./holders";

export const benefitColumns = `b.id, b.code, b.version, b.status, b.programme, b.module, b.audience, b.delivery,
	b.name_zh AS "nameZh", b.name_en AS "nameEn", b.description_zh AS "descriptionZh", b.description_en AS "descriptionEn",
	b.terms, b.pool_id AS "poolId", b.amount, b.per_period AS "perPeriod", b.period, b.total_limit AS "totalLimit",
	b.approval, b.four_eyes_above AS "fourEyesAbove", b.opens_on AS "opensOn", b.closes_on AS "closesOn",
	b.valid_days AS "validDays", b.proof_zh AS "proofZh", b.proof_en AS "proofEn", p.unit,
	p.name_zh AS "poolNameZh", p.name_en AS "poolNameEn", p.available AS "poolAvailable",
	(SELECT count(*)::int FROM benefit_applications a WHERE a.benefit_id = b.id
	    AND ${counts("a.state")}) AS "usedTotal"`;
const from = "FROM benefits b LEFT JOIN pools p ON p.id = b.pool_id";

/** The operators' catalogue: what is offered first, then drafts. */
export async function listBenefits(
	_scope: PlatformScope,
	{ q, programme, module, audience, status, page }: BenefitQuery,
): Promise<{ rows: BenefitRow[]; total: number }> {
	const { rows } = await pool().query<BenefitRow & { total: bigint }>(
		`SELECT ${benefitColumns},
		        (SELECT count(*)::int FROM benefit_applications a WHERE a.benefit_id = b.id AND a.state IN ('APPLIED', 'SECOND')) AS waiting,
		        (SELECT count(*)::int FROM benefit_applications a WHERE a.benefit_id = b.id AND a.granted_on IS NOT NULL) AS granted,
		        (SELECT count(*)::int FROM benefit_takings t JOIN benefit_items i ON i.id = t.item_id WHERE i.benefit_id = b.id) AS takings,
		        count(*) OVER () AS total
		   ${from}
		  WHERE ($1 = '' OR b.name_zh ILIKE $2 OR b.name_en ILIKE $2 OR b.code ILIKE $2)
		    AND ($3 = '' OR b.programme = $3) AND ($4 = '' OR b.module = $4) AND ($5 = '' OR b.audience = $5)
		    AND ($6 = '' OR b.status = $6)
		  ORDER BY array_position(ARRAY['PUBLISHED', 'PAUSED', 'DRAFT', 'RETIRED'], b.status), b.programme DESC, b.module, b.created_at, b.id
		  LIMIT ${BENEFITS_PER_PAGE} OFFSET $7`,
		[q, likePattern(q), programme, module, audience, status, (page - 1) * BENEFITS_PER_PAGE],
	);
	return { rows, total: Number(rows[0]?.total ?? 0n) };
}

export async function findBenefit(_scope: PlatformScope, id: string): Promise<Benefit | null> {
	return readBenefit(pool(), id);
}

export async function readBenefit(door: Door, id: string): Promise<Benefit | null> {
	const { rows } = await door.query<Benefit>(`SELECT ${benefitColumns} ${from} WHERE b.id = $1`, [id]);
	return rows[0] ?? null;
}

type VersionRow = Pick<Benefit, "unit" | "poolNameZh" | "poolNameEn"> & {
	version: number;
	savedBy: string;
	savedAt: Date;
	/** What the form held; amounts as texts. */
	content: Omit<Benefit, "amount" | "fourEyesAbove"> & {
		amount: string | null;
		fourEyesAbove: string | null;
		items: readonly { titleZh: string }[];
	};
};

/** The last versions of a benefit, the newest first. */
export async function listVersions(_scope: PlatformScope, current: Benefit): Promise<BenefitVersion[]> {
	const { rows } = await pool().query<VersionRow>(
		`SELECT v.version, v.saved_by AS "savedBy", v.saved_at AS "savedAt", v.content, p.unit,
		        p.name_zh AS "poolNameZh", p.name_en AS "poolNameEn"
		   FROM benefit_versions v LEFT JOIN pools p ON p.id = v.content->>'poolId'
		  WHERE v.benefit_id = $1 ORDER BY v.version DESC LIMIT 20`,
		[current.id],
	);
	return rows.map(({ version, savedBy, savedAt, content, ...pool }) => ({
		...{ version, savedBy, savedAt },
		benefit: {
			...{ ...current, ...content, ...pool, version },
			amount: content.amount === null ? null : BigInt(content.amount),
			fourEyesAbove: content.fourEyesAbove === null ? null : BigInt(content.fourEyesAbove),
		},
		items: content.items.map(({ titleZh }) => titleZh),
	}));
}

/** What a workspace is offered, or was: drafts are nobody's business outside. */
export async function listOffered(
	audiences: readonly BenefitAudience[],
	id: string | null = null,
): Promise<Benefit[]> {
	const { rows } = await pool().query<Benefit>(
		`SELECT ${benefitColumns} ${from}
		  WHERE b.audience = ANY($1) AND b.status IN ('PUBLISHED', 'PAUSED') AND ($2::text IS NULL OR b.id = $2)
		  ORDER BY b.programme DESC, b.module, b.created_at, b.id`,
		[audiences, id],
	);
	return rows;
}

/** How often an organisation used each benefit since the first day of the benefit's own period. */
export async function countUses(
	door: Door,
	organisationId: string,
	since: ReadonlyMap<string, Day>,
): Promise<Map<string, number>> {
	const { rows } = await door.query<{ id: string; used: number }>(
		`SELECT a.benefit_id AS id, count(*)::int AS used FROM benefit_applications a
		   JOIN json_to_recordset($2) AS s(id text, since date) ON s.id = a.benefit_id
		  WHERE a.organisation_id = $1 AND ${counts("a.state")}
		    AND shanghai_day(a.created_at) >= s.since GROUP BY 1`,
		[organisationId, JSON.stringify([...since].map(([id, day]) => ({ id, since: day })))],
	);
	return new Map(rows.map(({ id, used }) => [id, used]));
}

export async function listItems(_scope: PlatformScope, benefitId: string): Promise<BenefitItem[]> {
	const { rows } = await pool().query<BenefitItem>(
		`SELECT i.id, i.kind, i.title_zh AS "titleZh", i.title_en AS "titleEn", i.url, i.is_active AS "isActive",
		        count(t.item_id)::int AS taken, count(t.done_at)::int AS done
		   FROM benefit_items i LEFT JOIN benefit_takings t ON t.item_id = i.id
		  WHERE i.benefit_id = $1 GROUP BY i.id ORDER BY i.is_active DESC, i.position, i.id`,
		[benefitId],
	);
	return rows;
}

export async function listOwnItems(scope: Scope, benefitId: string): Promise<OwnItem[]> {
	const { rows } = await pool().query<OwnItem>(
		`SELECT i.id, i.kind, i.title_zh AS "titleZh", i.title_en AS "titleEn", i.url, t.taken_at AS "takenAt", t.done_at AS "doneAt"
		   FROM benefit_items i LEFT JOIN benefit_takings t ON t.item_id = i.id AND t.organisation_id = $2
		  WHERE i.benefit_id = $1 AND (i.is_active OR t.item_id IS NOT NULL) ORDER BY i.position, i.id`,
		[benefitId, scope.organisationId],
	);
	return rows;
}

/** Who took how much of a benefit's items, the newest first. */
export async function listTakers(_scope: PlatformScope, benefitId: string) {
	const { rows } = await pool().query<{ name: string; taken: number; done: number; lastAt: Date }>(
		`SELECT o.name, count(*)::int AS taken, count(t.done_at)::int AS done, max(t.taken_at) AS "lastAt"
		   FROM benefit_takings t JOIN benefit_items i ON i.id = t.item_id JOIN organisations o ON o.id = t.organisation_id
		  WHERE i.benefit_id = $1 GROUP BY o.id ORDER BY max(t.taken_at) DESC LIMIT 100`,
		[benefitId],
	);
	return rows;
}

export type PoolChoice = {
	id: string;
	nameZh: string;
	nameEn: string;
	unit: "FEN" | "IMPRESSION";
	available: bigint;
};

export async function listPoolChoices(_scope: PlatformScope): Promise<PoolChoice[]> {
	const { rows } = await pool().query<PoolChoice>(
		`SELECT id, name_zh AS "nameZh", name_en AS "nameEn", unit, available FROM pools ORDER BY created_at, id`,
	);
	return rows;
}
