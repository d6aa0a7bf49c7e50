import "server-only";
import type { ForceCode } from "@/lib/domains/forces/constants";
import { type GmvMeasure, MEDIAN_FROM } from "@/lib/domains/tiers/constants";
import type { OwnBooks, OwnCertificate, OwnMonth } from "@/lib/domains/tiers/rules/project-runs";
import type { RedLineRecord, TrackMedian } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** A partner of the scope's company: whatever id is asked, another company's has no rows. */
const ownPartner = "(SELECT id FROM partners WHERE id = $2 AND organisation_id = $1)";

/** The partner's own months of GMV from a day on, certificates still valid after it, and red-line records. */
export async function readOwnBooks(
	scope: PartnerScope,
	partnerId: string,
	{ from, asOf, measure }: { from: Day; asOf: Day; measure: GmvMeasure },
): Promise<OwnBooks> {
	const own = [scope.organisationId, partnerId];
	const amount = measure === "net" ? "paid_fen - refunded_fen" : "paid_fen";
	const [months, certificates, redLines] = await Promise.all([
		pool().query<OwnMonth>(
			`SELECT to_char(month, 'YYYY-MM') AS month, ${amount} AS "gmvFen" FROM gmv_partner_months
			  WHERE partner_id = ${ownPartner} AND month >= $3 ORDER BY gmv_partner_months.month`,
			[...own, from],
		),
		pool().query<OwnCertificate>(
			`SELECT number, holder_name AS "holderName", level, issued_on AS "issuedOn", ends_on AS "endsOn"
			   FROM (SELECT *, least(expires_on, revoked_on) AS ends_on FROM certificates
			          WHERE partner_id = ${ownPartner}) own
			  WHERE ends_on > $3 ORDER BY ends_on, number`,
			[...own, asOf],
		),
		pool().query<RedLineRecord>(
			`SELECT id, kind, occurred_on AS "occurredOn" FROM red_lines
			  WHERE partner_id = ${ownPartner} AND withdrawn_at IS NULL ORDER BY occurred_on, id`,
			own,
		),
	]);
	return { months: months.rows, certificates: certificates.rows, redLines: redLines.rows };
}

const WHOLE_POINT = 100;
const MEDIANS_KEPT = 64;
/** Of final runs, which never change: computed once, kept for the readers after. */
const medians = new Map<string, Promise<TrackMedian | null>>();

/**
 * The middle score of each force among all partners of the own track in a final run, in basis points rounded to whole
 * points, so that it is nobody's figure; null in a track of fewer than five, and for a run the company has no part in.
 */
export async function readTrackMedian(scope: PartnerScope, runId: string): Promise<TrackMedian | null> {
	const { rows } = await pool().query<{ trackCode: string }>(
		`SELECT c.track_code AS "trackCode" FROM classifications c
		   JOIN evaluation_runs r ON r.id = c.run_id AND r.status = 'FINAL'
		   JOIN partners p ON p.id = c.partner_id AND p.organisation_id = $1 WHERE c.run_id = $2 LIMIT 1`,
		[scope.organisationId, runId],
	);
	const trackCode = rows[0]?.trackCode;
	if (!trackCode) return null;
	const key = `${runId}/${trackCode}`;
	const known = medians.get(key) ?? computeMedian(runId, trackCode);
	medians.set(key, known);
	known.catch(() => medians.delete(key));
	const oldest = medians.keys().next().value;
	if (medians.size > MEDIANS_KEPT && oldest) medians.delete(oldest);
	return known;
}

async function computeMedian(runId: string, trackCode: string): Promise<TrackMedian | null> {
	const middle = (force: ForceCode) =>
		`(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY (forces ->> '${force}')::int) / ${WHOLE_POINT}) * ${WHOLE_POINT})::int AS ${force}`;
	const { rows } = await pool().query<TrackMedian & { partners: number }>(
		`SELECT count(*)::int AS partners, ${middle("traffic")}, ${middle("livestream")}, ${middle("incubation")},
		        ${middle("fulfilment")}, ${middle("supply")}
		   FROM (SELECT receipt #> '{inputs,forcesBps}' AS forces FROM classifications
		          WHERE run_id = $1 AND track_code = $2) track`,
		[runId, trackCode],
	);
	const [row] = rows;
	if (!row || row.partners < MEDIAN_FROM) return null;
	const { partners: _partners, ...median } = row;
	return median;
}
