import type { IndicatorId } from "@/lib/domains/forces/constants";
import type { ForcePolicy } from "@/lib/domains/forces/schema";
import { metricUnits, type TierMetric } from "@/lib/domains/tiers/constants";
import type { CriterionPolicy, TierPolicy } from "@/lib/domains/tiers/schema";
import type { RunWindows } from "@/lib/domains/tiers/types";
import { addDays, addMonths, type Day, monthRange, trailingMonths, trailingRange } from "@/lib/platform/time";

/**
 * A whole run as one SQL statement, as somebody who knows PostgreSQL would write it for one version of both policies and
 * tracks without overrides: facts, force scores, criteria, race, movement. It speaks numbers of 16 digits and more where the
 * engine speaks fractions; whether both say the same is checked on every row.
 */
export type SqlRun = {
	readonly asOf: Day;
	readonly windows: RunWindows;
	readonly tierPolicy: {
		readonly version: number;
		readonly documentHash: string;
		readonly document: TierPolicy;
	};
	readonly forcePolicy: {
		readonly version: number;
		readonly documentHash: string;
		readonly document: ForcePolicy;
	};
};

const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
const json = (value: unknown) => `${text(JSON.stringify(value))}::jsonb`;
const list = (parts: readonly string[]) => parts.join(", ");
const object = (fields: Record<string, string>) =>
	`jsonb_build_object(${list(Object.entries(fields).map(([name, value]) => `'${name}', ${value}`))})`;

/** Numerator and denominator of each indicator over the totals `t`. */
const measures: Record<IndicatorId, readonly [string, string]> = {
	return_on_spend: ["traffic_gmv_fen", "traffic_spend_fen"],
	gmv_per_thousand_views: ["content_gmv_fen * 1000", "content_views"],
	live_hours_per_shop: ["live_minutes", "active_shops * 60"],
	gmv_per_live_hour: ["live_gmv_fen * 60", "live_minutes"],
	qualified_streamers: ["qualified_streamers", "months"],
	qualified_share: ["qualified_streamers * 10000", "signed_streamers"],
	shipped_on_time: ["orders_shipped_on_time * 10000", "orders_due"],
	after_sales_in_sla: ["after_sales_cases_in_sla * 10000", "after_sales_cases_due"],
	dispute_rate: ["disputes * 10000", "paid_orders"],
	exclusive_sku_share: ["exclusive_skus * 10000", "active_skus"],
	stockout_share: ["stockout_sku_days * 10000", "sku_days"],
	c2m_orders: ["c2m_orders", "months"],
};

const columns = [
	...new Set(Object.values(measures).flatMap((pair) => pair.map((one) => one.split(" ")[0] ?? ""))),
].filter((name) => name !== "months");

/** A metric's value in its unit; a rate stands as disputes of ten thousand over paid orders. */
const values: Record<TierMetric, string> = {
	gmv: "gmv",
	composite: "composite",
	force_floor: "lowest",
	experts_senior: "senior",
	experts_intermediate: "(senior + intermediate)",
	experts_any: "(senior + intermediate + junior)",
	dispute_rate: "rate_up",
};

function holds({ metric, comparison, threshold }: CriterionPolicy): string {
	if (metric === "dispute_rate")
		return `(paid_orders > 0 AND disputes * 10000 <= ${threshold} * paid_orders)`;
	return `(${values[metric]} ${comparison} ${threshold})`;
}

function explain(level: number, criterion: CriterionPolicy): string {
	const { metric, comparison, threshold } = criterion;
	const value = values[metric];
	const missing =
		metric === "dispute_rate"
			? `ceil((disputes * 10000 - ${threshold} * paid_orders)::numeric / paid_orders)`
			: `${threshold} - ${value}${comparison === ">" ? " + 1" : ""}`;
	const gap = `CASE WHEN ${holds(criterion)} THEN '0' WHEN ${value} IS NOT NULL THEN (${missing})::text END`;
	return `jsonb_build_object('ruleId', 'T${level}.${metric}', 'metric', '${metric}', 'unit', '${metricUnits[metric]}', 'comparison', '${comparison}',
		'threshold', '${threshold}', 'value', ${value}::text, 'passed', ${holds(criterion)}, 'gap', ${gap},
		'reason', CASE WHEN ${value} IS NULL THEN 'NO_DATA' END)`;
}

/** From the facts to each partner's verdict, with the figures of its race: the CTEs of the statement, the last named `judged`. */
function judge({ asOf, windows, tierPolicy, forcePolicy }: SqlRun): string {
	const tiers = tierPolicy.document.tiers;
	const { race, movement, redLines } = tierPolicy.document;
	const forces = forcePolicy.document.forces;
	const indicators = forces.flatMap((force) => force.indicators);
	const force = trailingRange(windows.period, forcePolicy.document.months);
	const sum = (weights: readonly { id: IndicatorId; weightBps: number }[]) =>
		weights.map(({ id, weightBps }) => `x_${id} * ${weightBps}`).join(" + ");
	const chain = tiers.map(({ level, raceShareBps }, at) => {
		const higher = tiers.slice(0, at).map((tier) => ` AND NOT took_${tier.level}`);
		const place = `row_number() OVER (PARTITION BY track, wants_${level} ORDER BY rank)`;
		const within =
			raceShareBps === null
				? ""
				: ` AND (NOT held OR ${place} <= ceil(eligible * ${raceShareBps}::numeric / 10000))`;
		return `wanting_${level} AS (SELECT *, met_${level}${higher.join("")} AS wants_${level} FROM ${at === 0 ? "racing" : `taking_${tiers[at - 1]?.level}`}),
			taking_${level} AS (SELECT *, wants_${level}${within} AS took_${level} FROM wanting_${level})`;
	});
	const raceTier = `CASE ${tiers.map(({ level }) => `WHEN took_${level} THEN ${level}`).join(" ")} ELSE 1 END`;
	return `sums AS (
		SELECT partner_id, (sum(paid_fen - refunded_fen) FILTER (WHERE month >= '${windows.gmv.from}'))::int8 AS gmv,
		       (sum(paid_fen - refunded_fen) FILTER (WHERE month < '${windows.gmvBefore.to}'))::int8 AS before
		  FROM gmv_partner_months WHERE month >= '${windows.gmvBefore.from}' AND month < '${windows.gmv.to}' GROUP BY partner_id
	), totals AS (
		SELECT partner_id, count(*) AS months, array_agg(to_char(month, 'YYYY-MM') ORDER BY month) AS present,
		       ${list(columns.map((column) => `sum(${column})::int8 AS ${column}`))}
		  FROM force_months WHERE month >= '${force.from}' AND month < '${force.to}' GROUP BY partner_id
	), heads AS (
		SELECT partner_id, count(*) FILTER (WHERE level = 'senior') AS senior, count(*) FILTER (WHERE level = 'intermediate') AS intermediate,
		       count(*) FILTER (WHERE level = 'junior') AS junior
		  FROM (SELECT partner_id, max(level) AS level FROM certificates
		         WHERE issued_on <= '${asOf}' AND expires_on > '${asOf}' AND (revoked_on IS NULL OR revoked_on > '${asOf}')
		         GROUP BY partner_id, holder_name) one GROUP BY partner_id
	), records AS (
		SELECT partner_id, jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'occurredOn', occurred_on) ORDER BY id COLLATE "C") AS records,
		       ${list(redLines.recordKinds.map((kind) => `jsonb_agg(id ORDER BY id COLLATE "C") FILTER (WHERE kind = '${kind}' AND occurred_on > '${addMonths(asOf, -redLines.recordMonths)}') AS ids_${kind.toLowerCase()}`))}
		  FROM red_lines WHERE occurred_on >= '${addMonths(asOf, -redLines.recordMonths)}' AND occurred_on <= '${asOf}' AND withdrawn_at IS NULL GROUP BY partner_id
	), before AS (
		SELECT partner_id, run_id, tier, (receipt #>> '{decision,bottomRuns}')::int AS bottom_runs FROM classifications
		 WHERE run_id = (SELECT id FROM evaluation_runs WHERE status = 'FINAL' AND period < '${monthRange(windows.period).from}'
		                  ORDER BY period DESC, finalised_at DESC, id DESC LIMIT 1)
	), facts AS MATERIALIZED (
		SELECT p.id, p.primary_track AS track, p.admitted_on, coalesce(s.gmv, 0) AS gmv, coalesce(s.before, 0) AS before, coalesce(t.present, '{}') AS present,
		       coalesce(t.disputes, 0) AS disputes, coalesce(t.paid_orders, 0) AS paid_orders,
		       ${list(indicators.map(({ id }) => `coalesce(t.${measures[id][0]}, 0) AS n_${id}, coalesce(t.${measures[id][1]}, 0) AS d_${id}`))},
		       coalesce(senior, 0) AS senior, coalesce(intermediate, 0) AS intermediate, coalesce(junior, 0) AS junior,
		       records, ${list(redLines.recordKinds.map((kind) => `ids_${kind.toLowerCase()}`))}, b.run_id AS before_run, b.tier AS before_tier, b.bottom_runs AS before_bottom
		  FROM partners p LEFT JOIN sums s ON s.partner_id = p.id LEFT JOIN totals t ON t.partner_id = p.id LEFT JOIN heads h ON h.partner_id = p.id
		  LEFT JOIN records r ON r.partner_id = p.id LEFT JOIN before b ON b.partner_id = p.id WHERE p.status IN ('ACTIVE', 'PROBATION')
	), measured AS MATERIALIZED (
		SELECT *, ${list(
			indicators.map(({ id, floor, target }) => {
				const [above, range] =
					Number(target) > Number(floor)
						? [`n_${id} - ${floor} * d_${id}`, `(${target} - ${floor})`]
						: [`${floor} * d_${id} - n_${id}`, `(${floor} - ${target})`];
				return `n_${id}::numeric / nullif(d_${id}, 0) AS v_${id}, CASE WHEN d_${id} = 0 THEN 0 ELSE least(1, greatest(0, (${above})::numeric / (d_${id} * ${range}))) END AS x_${id}`;
			}),
		)} FROM facts
	), forced AS MATERIALIZED (
		SELECT *, ${list(forces.map(({ force: code, indicators: parts }) => `round(${sum(parts)}, 12) AS e_${code}`))} FROM measured
	), scored AS MATERIALIZED (
		SELECT *, ${list(forces.map(({ force: code }) => `floor(e_${code})::int AS s_${code}`))},
		       least(${list(forces.map(({ force: code }) => `floor(e_${code})::int`))}) AS lowest,
		       floor((${forces.map(({ force: code, weightBps }) => `e_${code} * ${weightBps}`).join(" + ")}) / 10000)::int AS composite,
		       CASE WHEN before > 0 THEN gmv::numeric / before ELSE 1 END AS growth,
		       CASE WHEN paid_orders > 0 THEN ceil(disputes * 10000::numeric / paid_orders) END AS rate_up,
		       disputes * 10000 > ${redLines.disputeRateAboveBps} * paid_orders AND paid_orders > 0 AS over_rate
		  FROM forced
	), assessed AS MATERIALIZED (
		SELECT *, ${list(tiers.map(({ level, criteria }) => `${criteria.length === 0 ? "true" : criteria.map(holds).join(" AND ")} AS met_${level}`))},
		       over_rate OR ${redLines.recordKinds.map((kind) => `ids_${kind.toLowerCase()} IS NOT NULL`).join(" OR ")} AS is_over FROM scored
	), placed AS (
		SELECT *, count(*) FILTER (WHERE NOT is_over) OVER (PARTITION BY track) AS eligible,
		       rank() OVER (PARTITION BY track, is_over ORDER BY gmv) - 1 AS gmv_below, rank() OVER (PARTITION BY track, is_over ORDER BY growth) - 1 AS growth_below
		  FROM assessed
	), weighed AS (
		SELECT *, greatest(1, eligible - 1) AS others,
		       ${race.weightsBps.composite}::int8 * composite * greatest(1, eligible - 1) + 10000::int8 * (${race.weightsBps.gmv} * gmv_below + ${race.weightsBps.growth} * growth_below) AS score FROM placed
	), raced AS MATERIALIZED (
		SELECT *, CASE WHEN NOT is_over THEN row_number() OVER (PARTITION BY track, is_over ORDER BY score DESC, gmv DESC, id COLLATE "C") END AS rank,
		       score / (others * 10000) AS score_bps, eligible >= ${race.minTrackSize} AS held FROM weighed
	), racing AS (
		SELECT id, track, rank, score_bps, eligible, held, ${list(tiers.map(({ level }) => `met_${level}`))} FROM raced WHERE NOT is_over
	), ${chain.join(", ")}, race AS MATERIALIZED (
		SELECT * FROM taking_1
	), fields AS MATERIALIZED (
		SELECT track, bottom_after, jsonb_build_object('eligible', eligible, 'held', held, 'bottomAfterRank', bottom_after, 'tiers', jsonb_build_array(${list(
			tiers.map(
				({
					level,
					raceShareBps,
				}) => `jsonb_build_object('tier', ${level}, 'shareBps', ${raceShareBps}::int, 'candidates', want_${level}, 'taken', take_${level},
				'places', ${raceShareBps === null ? "NULL::int" : `CASE WHEN held THEN ceil(eligible * ${raceShareBps}::numeric / 10000) END`},
				'cutOffRank', CASE WHEN take_${level} < want_${level} THEN line_${level} END, 'cutOffScoreBps', CASE WHEN take_${level} < want_${level} THEN score_${level} END)`,
			),
		)})) AS field, ${list(tiers.flatMap(({ level }) => [`take_${level} < want_${level} AS is_full_${level}`, `line_${level}`]))}
		  FROM (SELECT track, eligible, held, CASE WHEN held THEN eligible - div(eligible * ${movement.bottomShareBps}::numeric, 10000)::int8 ELSE eligible END AS bottom_after,
		               ${list(tiers.flatMap(({ level }) => [`count(*) FILTER (WHERE wants_${level}) AS want_${level}`, `count(*) FILTER (WHERE took_${level}) AS take_${level}`, `max(rank) FILTER (WHERE took_${level}) AS line_${level}`, `min(score_bps) FILTER (WHERE took_${level}) AS score_${level}`]))}
		          FROM race GROUP BY track, eligible, held) counted
	), reached AS (
		SELECT r.*, f.field, f.bottom_after, ${list(tiers.flatMap(({ level }) => [`is_full_${level}`, `line_${level}`]))},
		       admitted_on > '${addDays(asOf, -movement.protectionDays)}' AS is_protected, ${raceTier} AS raced_tier
		  FROM raced r JOIN fields f ON f.track = r.track LEFT JOIN race t ON t.id = r.id
	), judged AS MATERIALIZED (
		SELECT *, CASE WHEN is_over THEN 1 WHEN before_tier IS NULL OR raced_tier >= before_tier THEN raced_tier WHEN is_protected THEN before_tier
		               ELSE greatest(raced_tier, before_tier - ${movement.maxTiersDown}, 1) END AS tier,
		       CASE WHEN is_over THEN 'RED_LINE' WHEN before_tier IS NULL THEN 'FIRST' WHEN raced_tier = before_tier THEN 'SAME' WHEN raced_tier > before_tier THEN 'UP'
		            WHEN is_protected THEN 'PROTECTED' WHEN raced_tier >= before_tier - ${movement.maxTiersDown} THEN 'DOWN' ELSE 'DOWN_LIMITED' END AS movement,
		       CASE ${tiers.map(({ level }) => `WHEN met_${level} THEN ${level}`).join(" ")} ELSE 1 END AS absolute_tier,
		       NOT is_over AND rank > bottom_after AND NOT is_protected AS in_bottom,
		       CASE WHEN NOT is_over AND rank > bottom_after AND NOT is_protected THEN coalesce(before_bottom, 0) + 1 ELSE 0 END AS bottom_runs
		  FROM reached
	)`;
}

/** The receipt of a row of `judged`, as the engine builds it. */
function receiptOf({ asOf, windows, tierPolicy, forcePolicy }: SqlRun): string {
	const { tiers, redLines } = tierPolicy.document;
	const { trackOverrides: _none, ...rules } = tierPolicy.document;
	const forces = forcePolicy.document.forces;
	const indicator = (part: (typeof forces)[number]["indicators"][number]) => {
		const { id, unit, floor, target, weightBps } = part;
		return object({
			id: text(id),
			unit: text(unit),
			value: `round(v_${id}, 4)::text`,
			numerator: `n_${id}::text`,
			denominator: `d_${id}::text`,
			reason: `CASE WHEN d_${id} = 0 THEN 'NO_DATA' END`,
			floor: text(floor),
			target: text(target),
			smallerIsBetter: String(Number(target) < Number(floor)),
			weightBps: String(weightBps),
			scoreBps: `floor(x_${id} * 10000)::int`,
			pointsBps: `floor(x_${id} * ${weightBps})::int`,
		});
	};
	const scorecard = object({
		window: json(trailingMonths(windows.period, forcePolicy.document.months)),
		monthsPresent: "present",
		compositeBps: "composite",
		lowestForceBps: "lowest",
		forces: `jsonb_build_array(${list(
			forces.map(({ force, weightBps, indicators }) =>
				object({
					force: text(force),
					weightBps: String(weightBps),
					scoreBps: `s_${force}`,
					pointsBps: `floor(e_${force} * ${weightBps} / 10000)::int`,
					indicators: `jsonb_build_array(${list(indicators.map(indicator))})`,
				}),
			),
		)})`,
	});
	const crossed = redLines.recordKinds.map(
		(
			kind,
		) => `CASE WHEN ids_${kind.toLowerCase()} IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('id', '${kind}',
			'recordIds', ids_${kind.toLowerCase()}, 'valueBps', null, 'aboveBps', null)) END`,
	);
	const overRate = `CASE WHEN over_rate THEN jsonb_build_array(jsonb_build_object('id', 'DISPUTE_RATE', 'recordIds', '[]'::jsonb,
		'valueBps', rate_up::text, 'aboveBps', '${redLines.disputeRateAboveBps}')) ELSE '[]' END`;
	return object({
		receiptVersion: "2",
		override: "null::jsonb",
		partnerId: "id",
		trackCode: "track",
		asOf: text(asOf),
		windows: json(windows),
		tierPolicy: json({ version: tierPolicy.version, hash: tierPolicy.documentHash }),
		forcePolicy: json({ version: forcePolicy.version, hash: forcePolicy.documentHash }),
		rules: json(rules),
		inputs: object({
			admittedOn: "admitted_on",
			gmvFen: "gmv::text",
			gmvBeforeFen: "before::text",
			compositeBps: "composite",
			forcesBps: object(Object.fromEntries(forces.map(({ force }) => [force, `s_${force}`]))),
			disputes: "disputes",
			paidOrders: "paid_orders",
			experts: object({ senior: "senior", intermediate: "intermediate", junior: "junior" }),
			redLines: "coalesce(records, '[]')",
			previous: `CASE WHEN before_run IS NOT NULL THEN ${object({ runId: "before_run", tier: "before_tier", bottomRuns: "before_bottom" })} END`,
		}),
		scorecard,
		growth: object({
			growthBps: "CASE WHEN before > 0 THEN floor((gmv - before)::numeric * 10000 / before + 0.5)::text END",
			reason: "CASE WHEN before <= 0 THEN 'NO_BASE' END",
		}),
		race: object({
			field: "field",
			standing: `CASE WHEN NOT is_over THEN ${object({ rank: "rank", gmvBelow: "gmv_below", growthBelow: "growth_below", others: "others", scoreBps: "score_bps" })} END`,
		}),
		tiers: `jsonb_build_array(${list(tiers.map(({ level }) => `jsonb_build_object('tier', ${level}, 'passed', met_${level}, 'criteria', criteria_${level})`))})`,
		decision: object({
			redLines: [...crossed, overRate].join(" || "),
			opensExitReview: "is_over",
			absoluteTier: "absolute_tier",
			raceTier: "CASE WHEN is_over THEN 1 ELSE raced_tier END",
			tier: "tier",
			movement: "movement",
			isProtected: "is_protected",
			inBottom: "in_bottom",
			bottomRuns: "bottom_runs",
			entersProbation: `bottom_runs >= ${tierPolicy.document.movement.bottomRunsToProbation}`,
		}),
		next: `CASE tier ${[...tiers]
			.filter(({ level }) => level > 1)
			.map(({ level }) => `WHEN ${level - 1} THEN ${nextOf(level)}`)
			.join(" ")} END`,
	});
}

function nextOf(level: number): string {
	const missing = `coalesce((SELECT jsonb_agg(one ORDER BY at) FROM jsonb_array_elements(criteria_${level}) WITH ORDINALITY AS c(one, at) WHERE NOT (one ->> 'passed')::boolean), '[]')`;
	const outranked = `(NOT is_over AND is_full_${level} AND rank > line_${level})`;
	return object({
		tier: String(level),
		missing: `CASE WHEN met_${level} THEN '[]'::jsonb ELSE ${missing} END`,
		obstacles: `CASE WHEN is_over THEN '["RED_LINE"]'::jsonb ELSE '[]' END || CASE WHEN met_${level} THEN '[]'::jsonb ELSE '["CRITERIA"]' END || CASE WHEN ${outranked} THEN '["RACE"]'::jsonb ELSE '[]' END`,
		ranksToGain: `CASE WHEN ${outranked} THEN rank - line_${level} END`,
	});
}

/** Rank below others in basis points, half up, of those that have a value. */
function percentile(value: string, isTurned = false, hasValue?: string): string {
	const partition = hasValue ? `track, ${hasValue}` : "track";
	const below = `(rank() OVER (PARTITION BY ${partition} ORDER BY ${value}${isTurned ? " DESC" : ""}) - 1)`;
	const others = `(count(*) OVER (PARTITION BY ${partition}) - 1)`;
	return `CASE WHEN ${others} = 0 THEN 10000 ELSE (2 * ${below} * 10000 + ${others}) / (2 * ${others}) END`;
}

function percentilesOf({ forcePolicy }: SqlRun): string {
	const forces = forcePolicy.document.forces;
	return object({
		compositeBps: percentile("composite"),
		forces: object(Object.fromEntries(forces.map(({ force }) => [force, percentile(`s_${force}`)]))),
		indicators: object(
			Object.fromEntries(
				forces
					.flatMap(({ indicators }) => indicators)
					.map(({ id, floor, target }) => {
						const rank = percentile(`v_${id}`, Number(target) < Number(floor), `d_${id} <> 0`);
						return [id, `CASE WHEN d_${id} <> 0 THEN ${rank} END`];
					}),
			),
		),
	});
}

/** Scores, criteria, ranks, tiers and movement of every partner, counted: nothing is explained, stored or sent. */
export function verdictStatement(run: SqlRun): string {
	return `WITH ${judge(run)} SELECT count(*)::int AS judged FROM judged`;
}

/** The same rows a run writes, receipt and fingerprint with them, into `classifications`. $1: the run. */
export function runStatement(run: SqlRun): string {
	const { tiers } = run.tierPolicy.document;
	return `WITH ${judge(run)}, explained AS (
		SELECT *, ${list(tiers.map(({ level, criteria }) => `${criteria.length === 0 ? "'[]'::jsonb" : `jsonb_build_array(${list(criteria.map((one) => explain(level, one)))})`} AS criteria_${level}`))},
		       ${percentilesOf(run)} AS percentiles FROM judged OFFSET 0
	), written AS (
		SELECT *, ${receiptOf(run)} AS receipt FROM explained OFFSET 0
	)
	INSERT INTO classifications (run_id, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank, race_score_bps, composite_bps,
		net_fen, receipt, receipt_hash, percentiles)
	SELECT $1, id, track, tier, before_tier, absolute_tier, rank, CASE WHEN is_over THEN 0 ELSE score_bps END, composite, gmv, receipt,
	       encode(sha256(convert_to(receipt::text, 'UTF8')), 'hex'), percentiles FROM written`;
}
