import "server-only";
import { bindingsOf, type Known, laterCells, openKnown } from "@/lib/domains/gmv/data/explorer-known";
import type { Selection } from "@/lib/domains/gmv/data/explorer-selection";
import { type Values, within } from "@/lib/domains/gmv/data/explorer-values";
import { splitMonths } from "@/lib/domains/gmv/rules/explorer-range";
import { noRegion } from "@/lib/domains/gmv/schema/explorer";
import type { Day, DayRange } from "@/lib/platform/time";

/**
 * Where a question reads from: `ctes` go behind WITH, `facts` has rows (day, key, paid, refunded) whose key is null where
 * nobody has the shop, and `base` has the one row (paid, refunded) of everything selected, each shop day once. A day may be
 * the first of a month and stand for all of it.
 */
export type Source = {
	ctes: string[];
	base: string;
	/** Behind GROUP BY: groups of which nothing was known yet are none. */
	having: string;
};

const BOUND = `b.shop_id = c.shop_id AND b.status = 'CONFIRMED'
	AND b.from_day <= c.day AND (b.to_day IS NULL OR c.day < b.to_day)`;

const isEmpty = (range: DayRange) => range.from >= range.to;

/**
 * `daily` keeps every day apart; without it whole months are read from the rollups of months. As known at an instant, what
 * became known later is taken off: the rollups are read as ever, and with them a log that is as long as what came since.
 */
export function buildSource(selection: Selection, asked: DayRange, daily: boolean, values: Values): Source {
	const known = selection.knownOn && openKnown(selection.knownOn, values);
	const range = known ? { ...asked, to: earlierOf(asked.to, known.end) } : asked;
	const source = chooseSource(selection, range, daily, values, known);
	return {
		...source,
		ctes: [...(known?.ctes ?? []), ...source.ctes],
		having: known ? "HAVING sum(paid) <> 0 OR sum(refunded) <> 0" : "",
	};
}

const earlierOf = (one: Day, other: Day): Day => (one < other ? one : other);

type Part = Pick<Source, "ctes" | "base">;

function chooseSource(
	selection: Selection,
	range: DayRange,
	daily: boolean,
	values: Values,
	known: Known | null,
): Part {
	const months = splitMonths(range).months;
	const byMonths = !daily && !isEmpty(months);
	const { group, track, partnerIds, shopIds, channel, region } = selection;
	const isAttribution = group === "partner" || group === "track";
	const isOpen = partnerIds === null && track === null;
	// A shop may count for two partners in two tracks; of one partner or one track it counts once.
	const countsOnce = isOpen || track !== null || partnerIds?.length === 1;
	const ofWholeShops = shopIds === null && channel === null && region === null;
	if (isAttribution && countsOnce && ofWholeShops && (group === "partner" || !byMonths))
		return partnerSource(selection, range, byMonths && track === null, values, known);
	return shopSource(selection, range, byMonths, values, known);
}

/** From the partners' own rollups: neither shop nor channel nor region is asked for. */
function partnerSource(
	selection: Selection,
	range: DayRange,
	byMonths: boolean,
	values: Values,
	known: Known | null,
): Part {
	const { group, track, partnerIds } = selection;
	const key = group === "partner" ? "partner_id" : "track_code";
	const isOpen = partnerIds === null && track === null;
	const filters = [
		partnerIds && ` AND partner_id = ANY(${values.add(partnerIds)})`,
		track && ` AND track_code = ${values.add(track)}`,
	];
	const where = filters.filter(Boolean).join("");
	const days = (span: DayRange) =>
		`SELECT day, ${key} AS key, paid_fen AS paid, refunded_fen AS refunded FROM gmv_partner_days
		  WHERE ${within("day", span, values)}${where}`;
	const split = splitMonths(range);
	const parts = byMonths
		? [
				...[split.before, split.after].filter((span) => !isEmpty(span)).map(days),
				`SELECT month AS day, partner_id AS key, paid_fen AS paid, refunded_fen AS refunded FROM gmv_partner_months
				  WHERE ${within("month", split.months, values)}${where}`,
			]
		: [days(range)];
	const platform = isOpen ? `gmv_platform_days WHERE ${within("day", range, values)}` : "";
	const since = known && ` WHERE known_at > ${known.at} AND ${within("day", range, values)}`;
	if (isOpen)
		parts.push(`SELECT day, NULL, unattributed_paid_fen, unattributed_refunded_fen FROM ${platform}`);
	if (since)
		parts.push(
			`SELECT day, ${key}, -paid_fen, -refunded_fen FROM gmv_partner_day_changes${since}${where}`,
			...(isOpen
				? [
						`SELECT day, NULL, -unattributed_paid_fen, -unattributed_refunded_fen FROM gmv_platform_day_changes${since}`,
					]
				: []),
		);
	const later = since
		? ` UNION ALL SELECT -paid_fen, -refunded_fen FROM gmv_platform_day_changes${since}`
		: "";
	return {
		ctes: [`facts AS (${parts.join("\nUNION ALL\n")})`],
		base: isOpen
			? `SELECT sum(paid_fen) AS paid, sum(refunded_fen) AS refunded
			     FROM (SELECT paid_fen, refunded_fen FROM ${platform}${later}) p`
			: "SELECT sum(paid) AS paid, sum(refunded) AS refunded FROM facts",
	};
}

function cellFilters(selection: Selection, values: Values, known: Known | null): string {
	const { partnerIds, shopIds, channel, region } = selection;
	const filters = [
		shopIds && `c.shop_id = ANY(${values.add(shopIds)})`,
		partnerIds &&
			`c.shop_id = ANY(ARRAY(SELECT o.shop_id FROM ${bindingsOf(known)} o
				WHERE o.status = 'CONFIRMED' AND o.partner_id = ANY(${values.add(partnerIds)})))`,
		channel && `c.channel = ${values.add(channel)}::sale_channel`,
		region === noRegion && "c.shop_id = ANY(ARRAY(SELECT id FROM shops WHERE region IS NULL))",
		region &&
			region !== noRegion &&
			`c.shop_id = ANY(ARRAY(SELECT id FROM shops WHERE region = ${values.add(region)}))`,
	];
	return filters
		.filter(Boolean)
		.map((filter) => ` AND ${filter}`)
		.join("");
}

/** Shops and the months in which one of their bindings begins or ends. */
function mixedMonths(months: DayRange, values: Values, known: Known | null): string {
	return `mixed AS MATERIALIZED (
		SELECT DISTINCT b.shop_id, m.month::date AS month
		  FROM generate_series(${values.add(months.from)}::date, ${values.add(months.to)}::date - 1, interval '1 month') m(month)
		  JOIN ${bindingsOf(known)} b ON b.status = 'CONFIRMED'
		   AND ((b.from_day > m.month AND b.from_day < m.month + interval '1 month')
		     OR (b.to_day > m.month AND b.to_day < m.month + interval '1 month'))
	)`;
}

/**
 * Shop days, or shop months where a whole month is asked for. A month in which a binding begins or ends is taken by its
 * days when it matters who had the shop; in every other month its first day speaks for all.
 */
function cellCtes(
	selection: Selection,
	range: DayRange,
	byMonths: boolean,
	attributed: boolean,
	values: Values,
	known: Known | null,
): string[] {
	const filters = cellFilters(selection, values, known);
	const columns = "c.shop_id, c.channel, c.paid_fen AS paid, c.refunded_fen AS refunded";
	const days = (span: DayRange) =>
		`SELECT c.day, ${columns} FROM gmv_shop_days c WHERE ${within("c.day", span, values)}${filters}`;
	const later = known ? [laterCells(range, filters, values, known)] : [];
	if (!byMonths) return [`cells AS (${[days(range), ...later].join("\nUNION ALL\n")})`];
	const { before, months, after } = splitMonths(range);
	const parts = [before, after].filter((span) => !isEmpty(span)).map(days);
	const mixed = attributed ? [mixedMonths(months, values, known)] : [];
	const unmixed = " AND NOT EXISTS (SELECT FROM mixed x WHERE x.shop_id = c.shop_id AND x.month = c.month)";
	parts.push(
		`SELECT c.month AS day, ${columns} FROM gmv_shop_months c
		  WHERE ${within("c.month", months, values)}${filters}${attributed ? unmixed : ""}`,
	);
	if (attributed)
		parts.push(
			`SELECT c.day, ${columns} FROM mixed x JOIN gmv_shop_days c ON c.shop_id = x.shop_id
			    AND c.day >= x.month AND c.day < (x.month + interval '1 month')::date WHERE true${filters}`,
		);
	return [...mixed, `cells AS (${[...parts, ...later].join("\nUNION ALL\n")})`];
}

function shopSource(
	selection: Selection,
	range: DayRange,
	byMonths: boolean,
	values: Values,
	known: Known | null,
): Part {
	const { group, track, partnerIds } = selection;
	const isAttribution = group === "partner" || group === "track";
	const isOpen = partnerIds === null && track === null;
	const ctes = cellCtes(selection, range, byMonths, isAttribution || !isOpen, values, known);
	const bindings = bindingsOf(known);
	const mine = [
		partnerIds && ` AND b.partner_id = ANY(${values.add(partnerIds)})`,
		track && ` AND b.track_code = ${values.add(track)}`,
	]
		.filter(Boolean)
		.join("");
	const bound = `${BOUND}${mine}`;
	const selected = isOpen ? "" : `WHERE EXISTS (SELECT FROM ${bindings} b WHERE ${bound})`;
	if (isAttribution) {
		const key = group === "partner" ? "b.partner_id" : "b.track_code";
		const facts = `SELECT c.day, ${key} AS key, c.paid, c.refunded
			FROM cells c ${isOpen ? "LEFT JOIN" : "JOIN"} ${bindings} b ON ${bound}`;
		return {
			ctes: [...ctes, `facts AS (${facts})`],
			base: `SELECT sum(c.paid) AS paid, sum(c.refunded) AS refunded FROM cells c ${selected}`,
		};
	}
	const key = {
		shop: "c.shop_id::text",
		channel: "c.channel::text",
		region: `coalesce(s.region, '${noRegion}')`,
	}[group];
	const shops = group === "region" ? "JOIN shops s ON s.id = c.shop_id" : "";
	return {
		ctes: [
			...ctes,
			`facts AS (SELECT c.day, ${key} AS key, c.paid, c.refunded FROM cells c ${shops} ${selected})`,
		],
		base: "SELECT sum(paid) AS paid, sum(refunded) AS refunded FROM facts",
	};
}
