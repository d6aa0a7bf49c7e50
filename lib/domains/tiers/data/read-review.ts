import "server-only";
import type { PoolClient } from "pg";
import type { AnomalyKind } from "@/lib/domains/tiers/constants/review";
import { fullTiers } from "@/lib/domains/tiers/rules/board-zones";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { RaceField } from "@/lib/domains/tiers/types";
import type {
	AnomalyKindCount,
	AnomalyRow,
	RaceLines,
	ReviewedVerdict,
	ReviewProgress,
} from "@/lib/domains/tiers/types/review";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type ReviewedTrack = { trackCode: string; rules: TrackTierPolicy; lines: RaceLines };

/** Every track a run ranked, with its rules and the ranks next to a line. */
export async function readReviewedTracks(client: PoolClient, runId: string): Promise<ReviewedTrack[]> {
	const { rows } = await client.query<{ trackCode: string; field: RaceField; rules: TrackTierPolicy }>(
		`SELECT t.code AS "trackCode", r.race -> 'field' AS field, r.rules
		   FROM tracks t
		  CROSS JOIN LATERAL (SELECT receipt FROM classifications
		         WHERE run_id = $1 AND track_code = t.code ORDER BY race_rank LIMIT 1) c
		  CROSS JOIN LATERAL jsonb_to_record(c.receipt) AS r(race jsonb, rules jsonb) ORDER BY t.code`,
		[runId],
	);
	const tracks: ReviewedTrack[] = [];
	for (const { trackCode, field, rules } of rows) {
		const firstLeftOut = await readFirstLeftOut(client, runId, trackCode, field);
		const hasBottom = field.held && field.bottomAfterRank < field.eligible;
		const firstOfBottom = hasBottom ? field.bottomAfterRank + 1 : null;
		tracks.push({ trackCode, rules, lines: { firstLeftOut, firstOfBottom } });
	}
	return tracks;
}

/** The best rank a full tier left out: of those it met the criteria of, and of those a higher tier had left out before. */
async function readFirstLeftOut(
	client: PoolClient,
	runId: string,
	trackCode: string,
	field: RaceField,
): Promise<RaceLines["firstLeftOut"]> {
	const full = fullTiers(field);
	const found: RaceLines["firstLeftOut"][number][] = [];
	for (const { tier, afterRank } of full.filter((line) => line.afterRank > 0)) {
		const candidates = full
			.filter((line) => line.tier >= tier)
			.map((line) => `(absolute_tier = ${Number(line.tier)} AND race_rank > ${Number(line.afterRank)})`);
		const { rows } = await client.query<{ rank: number | null }>(
			`SELECT min(race_rank) AS rank FROM classifications
			  WHERE run_id = $1 AND track_code = $2 AND race_rank > $3 AND (${candidates.join(" OR ")})`,
			[runId, trackCode, afterRank],
		);
		const rank = rows[0]?.rank ?? null;
		if (rank !== null) found.push({ tier, rank, cutOffRank: afterRank });
	}
	return found;
}

export type StoredVerdict = ReviewedVerdict & { trackCode: string };

/** Verdicts of a run by partner id, each with the facts of the final run before: what the rules look at, and no more. */
export async function readReviewedVerdicts(
	client: PoolClient,
	runId: string,
	after: string,
	limit: number,
): Promise<StoredVerdict[]> {
	const { rows } = await client.query<StoredVerdict>(
		`SELECT c.partner_id AS "partnerId", c.track_code AS "trackCode", c.tier, c.previous_tier AS "previousTier",
		        c.absolute_tier AS "absoluteTier", c.race_rank AS rank, r.inputs, before.inputs AS before,
		        (SELECT jsonb_agg(month) FROM jsonb_array_elements_text(s.window) AS month
		          WHERE NOT s."monthsPresent" ? month) AS "missingMonths"
		   FROM (SELECT * FROM classifications WHERE run_id = $1 AND partner_id > $2 ORDER BY partner_id LIMIT $3) c
		  CROSS JOIN LATERAL jsonb_to_record(c.receipt) AS r(inputs jsonb, scorecard jsonb)
		   LEFT JOIN LATERAL jsonb_to_record(CASE WHEN jsonb_typeof(r.scorecard) = 'object' THEN r.scorecard END)
		        AS s("window" jsonb, "monthsPresent" jsonb) ON true
		   LEFT JOIN LATERAL (SELECT old.receipt -> 'inputs' AS inputs FROM classifications old
		         WHERE old.run_id = r.inputs #>> '{previous,runId}' AND old.partner_id = c.partner_id) before ON true
		  ORDER BY c.partner_id`,
		[runId, after, limit],
	);
	return rows;
}

/** How much of what was found in a run somebody looked at: "12 of 14", before the notice opens. Reads no anomaly. */
export async function readReviewProgress(_scope: PlatformScope, runId: string): Promise<ReviewProgress> {
	const { rows } = await pool().query<ReviewProgress>(
		`SELECT searched_at AS "searchedAt", partners, found,
		        (SELECT count(*)::int FROM anomaly_looks l WHERE l.run_id = r.run_id) AS looked
		   FROM run_reviews r WHERE run_id = $1`,
		[runId],
	);
	return rows[0] ?? { searchedAt: null, partners: 0, found: 0, looked: 0 };
}

/** What was found of each kind, gravest first. */
export async function readAnomalyKinds(_scope: PlatformScope, runId: string): Promise<AnomalyKindCount[]> {
	const { rows } = await pool().query<AnomalyKindCount>(
		`SELECT a.kind, count(*)::int AS found, count(l.run_id)::int AS looked
		   FROM run_anomalies a LEFT JOIN anomaly_looks l USING (run_id, partner_id, kind, metric)
		  WHERE a.run_id = $1 GROUP BY a.kind ORDER BY max(a.weight) DESC`,
		[runId],
	);
	return rows;
}

export type AnomalyPlace = { weight: number; partnerId: string; metric: string };

/** A page of the anomalies of one kind, heaviest first. */
export async function readAnomalies(
	_scope: PlatformScope,
	runId: string,
	asked: { kind: AnomalyKind; open: boolean; after: AnomalyPlace | null; limit: number },
): Promise<AnomalyRow[]> {
	const { kind, open, after, limit } = asked;
	const { rows } = await pool().query<AnomalyRow>(
		`SELECT a.partner_id AS "partnerId", p.name, a.track_code AS "trackCode", c.tier, c.race_rank AS rank,
		        a.kind, a.metric, a.weight, a.details,
		        CASE WHEN l.run_id IS NOT NULL THEN json_build_object('note', l.note, 'by', u.name) END AS look,
		        l.looked_at AS "lookedAt"
		   FROM run_anomalies a
		   JOIN classifications c ON c.run_id = a.run_id AND c.partner_id = a.partner_id
		   JOIN partners p ON p.id = a.partner_id
		   LEFT JOIN anomaly_looks l ON (l.run_id, l.partner_id, l.kind, l.metric) = (a.run_id, a.partner_id, a.kind, a.metric)
		   LEFT JOIN users u ON u.id = l.looked_by_id
		  WHERE a.run_id = $1 AND a.kind = $2 AND (NOT $3 OR l.run_id IS NULL)
		    AND ($4::int IS NULL OR a.weight < $4 OR (a.weight = $4 AND (a.partner_id, a.metric) > ($5, $6)))
		  ORDER BY a.weight DESC, a.partner_id, a.metric LIMIT $7`,
		[runId, kind, open, after?.weight ?? null, after?.partnerId ?? "", after?.metric ?? "", limit],
	);
	return rows.map((row) => ({ ...row, look: row.look && { ...row.look, at: (row as LookedRow).lookedAt } }));
}

type LookedRow = AnomalyRow & { lookedAt: Date };
