import "server-only";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { RaceField, TrackName } from "@/lib/domains/tiers/types";
import type { NamedPlace, PublicRanking, RankingChoice } from "@/lib/domains/tiers/types/ranking";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Month } from "@/lib/platform/time";

/** Named places of a page. */
const PLACES_SHOWN = 100;

/** The partner an organisation is today; one that left chooses nothing and is named nowhere. */
const currentPartner = `SELECT id FROM partners WHERE organisation_id = $1 AND status <> 'EXITED'
	ORDER BY created_at DESC, id DESC LIMIT 1`;

/** Whether the scope's own partner is named; null before admission. */
export async function readRankingChoice(scope: PartnerScope): Promise<RankingChoice | null> {
	const { rows } = await pool().query<RankingChoice>(
		`SELECT coalesce(c.is_public, false) AS "isPublic", c.chosen_at AS "chosenAt"
		   FROM (${currentPartner}) p LEFT JOIN ranking_choices c ON c.partner_id = p.id`,
		[scope.organisationId],
	);
	return rows[0] ?? null;
}

/** The score of a cut-off is the score of whoever holds that rank, and its holder may be named here. */
function withoutScores(field: RaceField): RaceField {
	return { ...field, tiers: field.tiers.map((line) => ({ ...line, cutOffScoreBps: null })) };
}

type Own = {
	runId: string;
	partnerId: string;
	period: Month;
	track: TrackName;
	field: RaceField;
	rules: TrackTierPolicy;
	ownRank: number | null;
};

/**
 * The last final ranking of the track the scope's own partner was ranked in: lines and counts for everybody, a name only
 * where its partner chose so. What leaves this function holds no id and no figure of anybody else.
 */
export async function readOwnRanking(scope: PartnerScope, from: number): Promise<PublicRanking | null> {
	const own = await readOwn(scope);
	if (!own) return null;
	const { runId: _runId, partnerId: _partnerId, ...shown } = own;
	const [places, named] = await Promise.all([readPlaces(own, from), countNamed(own)]);
	const page = places.slice(0, PLACES_SHOWN);
	const last = page.at(-1);
	return {
		...shown,
		field: withoutScores(own.field),
		places: page,
		named,
		from,
		next: places.length > PLACES_SHOWN && last ? last.rank + 1 : null,
	};
}

async function readOwn(scope: PartnerScope): Promise<Own | null> {
	const { rows } = await pool().query<Own>(
		`SELECT c.run_id AS "runId", c.partner_id AS "partnerId", to_char(c.period, 'YYYY-MM') AS period,
		        c.race_rank AS "ownRank", r.race -> 'field' AS field, r.rules,
		        json_build_object('code', t.code, 'nameZh', t.name_zh, 'nameEn', t.name_en) AS track
		   FROM (SELECT k.*, r.period FROM classifications k JOIN evaluation_runs r ON r.id = k.run_id AND r.status = 'FINAL'
		          WHERE k.partner_id = (${currentPartner})
		          ORDER BY r.period DESC, r.finalised_at DESC, r.id DESC LIMIT 1) c
		   JOIN tracks t ON t.code = c.track_code
		  CROSS JOIN LATERAL jsonb_to_record(c.receipt) AS r(race jsonb, rules jsonb)`,
		[scope.organisationId],
	);
	return rows[0] ?? null;
}

const namedSql = `FROM ranking_choices n JOIN partners p ON p.id = n.partner_id
	JOIN classifications c ON c.run_id = $1 AND c.partner_id = n.partner_id
	WHERE n.is_public AND p.status <> 'EXITED' AND c.track_code = $2 AND c.race_rank IS NOT NULL AND n.partner_id <> $3`;

async function readPlaces({ runId, partnerId, track }: Own, from: number): Promise<NamedPlace[]> {
	const { rows } = await pool().query<NamedPlace>(
		`SELECT * FROM (
		   SELECT c.race_rank AS rank, c.tier, p.name, false AS "isOwn" ${namedSql}
		   UNION ALL
		   SELECT c.race_rank, c.tier, p.name, true FROM classifications c JOIN partners p ON p.id = c.partner_id
		    WHERE c.run_id = $1 AND c.partner_id = $3 AND c.race_rank IS NOT NULL
		 ) place WHERE rank >= $4 ORDER BY rank LIMIT $5`,
		[runId, track.code, partnerId, from, PLACES_SHOWN + 1],
	);
	return rows;
}

async function countNamed({ runId, partnerId, track }: Own): Promise<number> {
	const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int AS count ${namedSql}`, [
		runId,
		track.code,
		partnerId,
	]);
	return rows[0]?.count ?? 0;
}
