import "server-only";
import type { PoolClient } from "pg";
import {
	type ReviewedTrack,
	readReviewedTracks,
	readReviewedVerdicts,
} from "@/lib/domains/tiers/data/read-review";
import { findAnomalies } from "@/lib/domains/tiers/rules/find-anomalies";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";

/** Verdicts held at once. */
const BATCH = 2_000;
const SEARCH_LOCK = 4_207_163;

export type RunSearched = { partners: number; found: number };

/**
 * Looks through a computed run for what somebody should look at, in batches, and stores it in one transaction. Searching
 * again takes the place of what was found; a look stays where the anomaly is the same as before.
 */
export function searchRun(runId: string, now: Date): Promise<Outcome<RunSearched>> {
	return inRawTransaction(async (client) => {
		await client.query("SELECT pg_advisory_xact_lock($1, hashtext($2))", [SEARCH_LOCK, runId]);
		const tracks = await readReviewedTracks(client, runId);
		if (tracks.length === 0) return refuse("NOT_FOUND");
		await client.query(`CREATE TEMP TABLE found_anomalies (partner_id text, track_code text, kind text, metric text,
			weight int, details jsonb) ON COMMIT DROP`);
		const partners = await search(client, runId, new Map(tracks.map((track) => [track.trackCode, track])));
		const found = await store(client, runId);
		await client.query(
			`INSERT INTO run_reviews (run_id, partners, found, searched_at) VALUES ($1, $2, $3, $4)
			 ON CONFLICT (run_id) DO UPDATE SET partners = $2, found = $3, searched_at = $4`,
			[runId, partners, found, now],
		);
		return { ok: true, partners, found };
	});
}

async function search(
	client: PoolClient,
	runId: string,
	tracks: ReadonlyMap<string, ReviewedTrack>,
): Promise<number> {
	let partners = 0;
	for (let after = ""; ; ) {
		const verdicts = await readReviewedVerdicts(client, runId, after, BATCH);
		partners += verdicts.length;
		const rows = verdicts.flatMap((verdict) => {
			const track = tracks.get(verdict.trackCode);
			if (!track) return [];
			return findAnomalies(verdict, track.rules, track.lines).map((anomaly) => ({
				partner_id: verdict.partnerId,
				track_code: verdict.trackCode,
				...anomaly,
			}));
		});
		if (rows.length > 0) {
			await client.query(
				`INSERT INTO found_anomalies SELECT * FROM json_to_recordset($1) AS r(partner_id text, track_code text,
				        kind text, metric text, weight int, details jsonb)`,
				[JSON.stringify(rows)],
			);
		}
		const last = verdicts.at(-1);
		if (!last || verdicts.length < BATCH) return partners;
		after = last.partnerId;
	}
}

/** An anomaly that is gone or says something else now goes, and its look with it; the new ones come. */
async function store(client: PoolClient, runId: string): Promise<number> {
	await client.query(
		`DELETE FROM run_anomalies a WHERE run_id = $1 AND NOT EXISTS (
		   SELECT FROM found_anomalies f WHERE (f.partner_id, f.kind, f.metric) = (a.partner_id, a.kind, a.metric)
		      AND f.details = a.details)`,
		[runId],
	);
	await client.query(
		`INSERT INTO run_anomalies (run_id, partner_id, track_code, kind, metric, weight, details)
		 SELECT $1, partner_id, track_code, kind, metric, weight, details FROM found_anomalies
		 ON CONFLICT (run_id, partner_id, kind, metric) DO UPDATE SET weight = excluded.weight`,
		[runId],
	);
	const { rows } = await client.query<{ count: number }>(
		"SELECT count(*)::int AS count FROM found_anomalies",
	);
	return rows[0]?.count ?? 0;
}
