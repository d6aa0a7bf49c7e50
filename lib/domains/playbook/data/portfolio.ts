import "server-only";
import { fewDaysBefore } from "@/lib/domains/playbook/constants/portfolio";
import { orderOf, type PortfolioSort, parseCursor } from "@/lib/domains/playbook/rules/portfolio-query";
import type { PortfolioFilter } from "@/lib/domains/playbook/schema";
import type { PortfolioPage, PortfolioRow, PortfolioSums } from "@/lib/domains/playbook/types/portfolio";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export const portfolioPage = 20;
/** Brands a file of the list holds at most. */
const fileRows = 20_000;

/** Gathers the values of a statement; each answers its place. */
function gather(...first: unknown[]) {
	const values = [...first];
	return { values, put: (value: unknown) => `$${values.push(value)}` };
}
type Put = ReturnType<typeof gather>["put"];

/**
 * One row per brand from its sums, no item and no day read. It stands still on items from the day the oldest of its current step
 * is due, on data since no item is to do and the data lie below or were never judged; it is stuck when that day lies before $1,
 * and on both when items are overdue over data that lie below as well.
 */
const ROWS = `
	SELECT b.id, b.name, b.kind::text AS kind, b.category, b.manager_id, u.name AS "managerName", b.playbook_version AS "playbookVersion",
	       d.step, coalesce(d.due_on, d.data_on) AS "standsOn",
	       CASE WHEN coalesce(d.due_on, d.data_on) < $1::date THEN coalesce(d.due_on, d.data_on) END AS stuck,
	       CASE WHEN d.due_on < $1::date THEN CASE WHEN d.below_on < $1::date THEN 'BOTH' ELSE 'ITEMS' END
	            WHEN d.data_on < $1::date THEN 'DATA' END AS "stuckReason",
	       coalesce(d.net_fen, 0) AS net, d.before_fen AS "beforeFen", d.before_days AS "beforeDays",
	       CASE WHEN d.before_days >= ${fewDaysBefore} AND d.before_fen <> 0
	            THEN round((d.net_fen - d.before_fen) * 10000::numeric / abs(d.before_fen))::bigint END AS growth,
	       d.is_judged, d.states, d.since, d.met_steps, d.met_day, d.drivers
	  FROM playbook_data_sums d JOIN brands b ON b.id = d.brand_id LEFT JOIN users u ON u.id = b.manager_id`;

/** What of all brands is asked for; only what is asked stands in the statement, so that the usual view is planned once. */
function matchOf({ q, kind, manager, step, state }: PortfolioFilter, put: Put): string {
	const conditions: string[] = [];
	if (q) {
		const pattern = put(likePattern(q));
		conditions.push(`(name ILIKE ${pattern} OR category ILIKE ${pattern})`);
	}
	if (kind) conditions.push(`kind = ${put(kind)}`);
	if (manager) conditions.push(manager === "none" ? "manager_id IS NULL" : `manager_id = ${put(manager)}`);
	if (step) conditions.push(`step = ${put(Number(step))}::int`);
	if (state) conditions.push(stateMatches[state]);
	return conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
}

const stateMatches: Record<Exclude<PortfolioFilter["state"], "">, string> = {
	stuck: "stuck IS NOT NULL",
	none: `"playbookVersion" IS NULL`,
	items: `"stuckReason" IN ('ITEMS', 'BOTH')`,
	data: `"stuckReason" IN ('DATA', 'BOTH')`,
};

const keys: Record<PortfolioSort, { key: string; type: string }> = {
	stuck: { key: `"standsOn"`, type: "date" },
	name: { key: `name COLLATE "zh-x-icu"`, type: "text" },
	step: { key: "step", type: "int" },
	net: { key: "net", type: "bigint" },
	growth: { key: "growth", type: "bigint" },
	manager: { key: `"managerName" COLLATE "zh-x-icu"`, type: "text" },
};

/**
 * The order of a page and where it begins. What has no value stands last in either direction; a page before is read
 * backwards, so everything is turned round.
 */
function keysetOf(filter: PortfolioFilter, put: Put) {
	const { key, type } = keys[filter.sort];
	const cursor = parseCursor(filter.sort, filter.after || filter.before);
	const isBack = cursor !== null && filter.after === "";
	const [ahead, direction] = (orderOf(filter) === "asc") !== isBack ? [">", "ASC"] : ["<", "DESC"];
	const nulls = isBack ? "FIRST" : "LAST";
	const by = (of: string) => `${of}${key} ${direction} NULLS ${nulls}, ${of}id ${direction}`;
	if (!cursor) return { by, where: "", isBack, isFirst: true };
	const [value, id] = [`${put(cursor.value)}::${type}`, put(cursor.id)];
	const onward = `${key} ${ahead} ${value} OR (${key} = ${value} AND id ${ahead} ${id})`;
	const among = `${key} IS NULL AND id ${ahead} ${id}`;
	const behind = isBack
		? `(${value} IS NULL AND (${key} IS NOT NULL OR (${among}))) OR ${onward}`
		: `(${value} IS NULL AND ${among}) OR ${onward} OR (${value} IS NOT NULL AND ${key} IS NULL)`;
	return { by, where: `WHERE ${behind}`, isBack, isFirst: false };
}

type Days = { today: Day; stuckBefore: Day };
type Found = Omit<PortfolioRow, "netFen" | "cursor"> & {
	net: bigint;
	growth: bigint | null;
	standsOn: Day | null;
};

async function findRows(filter: PortfolioFilter, { today, stuckBefore }: Days, limit: number) {
	const { values, put } = gather(stuckBefore, today, limit);
	const match = matchOf(filter, put);
	const keyset = keysetOf(filter, put);
	const text = `
		WITH chosen AS MATERIALIZED (
		  SELECT id FROM (SELECT * FROM (${ROWS}) r ${match}) m ${keyset.where} ORDER BY ${keyset.by("")} LIMIT $3
		), page AS MATERIALIZED (SELECT * FROM (${ROWS}) r WHERE id = ANY(ARRAY(SELECT id FROM chosen)))
		SELECT p.id, p.name, p.kind, p.category, p."managerName", p."playbookVersion", p.step, p.stuck::text AS "stuckSince", p."standsOn"::text AS "standsOn",
		       p."stuckReason", p.net, p."beforeFen", p."beforeDays", p.growth, p.drivers, o.overdue, c.steps, k.marks
		  FROM page p
		  LEFT JOIN LATERAL (
		    SELECT count(*)::int AS overdue FROM playbook_items x
		     WHERE x.brand_id = p.id AND NOT x.is_retired AND x.state <> 'DONE' AND x.due_on < $2::date) o ON true
		  LEFT JOIN LATERAL (
		    SELECT json_agg(json_build_object('step', n, 'required', s.required[n], 'done', s.done[n]) ORDER BY n) AS steps
		      FROM playbook_item_sums s, generate_series(1, 5) n WHERE s.brand_id = p.id) c ON true
		  LEFT JOIN LATERAL (
		    SELECT json_agg(json_build_object('step', n, 'state', coalesce(p.states[n], 'OPEN'), 'since', p.since[n],
		                                      'isMet', (p.met_steps >> (n - 1)) & 1 = 1) ORDER BY n) AS marks
		      FROM generate_series(1, 5) n WHERE p.is_judged AND p.met_day IS NOT NULL) k ON true
		 ORDER BY ${keyset.by("p.")}`;
	const isUsual = match === "" && keyset.isFirst;
	const name = isUsual ? `portfolio ${filter.sort} ${orderOf(filter)}` : undefined;
	const { rows } = await pool().query<Found>({ name, text, values });
	return { found: rows.map((row) => toRow(row, filter.sort)), keyset };
}

/** How many match, and the sums of all. */
async function countRows(filter: PortfolioFilter, stuckBefore: Day) {
	const { values, put } = gather(stuckBefore);
	const match = matchOf(filter, put);
	const { rows } = await pool().query<{ total: number; sums: PortfolioSums }>({
		name: match === "" ? "portfolio counts" : undefined,
		text: `SELECT ${match === "" ? "s.total" : `(SELECT count(*)::int FROM (${ROWS}) r ${match}) AS total`}, to_json(s) AS sums
		         FROM (SELECT count(*)::int AS total, count(*) FILTER (WHERE playbook_version IS NULL)::int AS unstarted,
		                      count(*) FILTER (WHERE manager_id IS NULL)::int AS unmanaged,
		                      (SELECT count(*)::int FROM playbook_data_sums WHERE coalesce(due_on, data_on) < $1::date) AS stuck
		                 FROM brands) s`,
		values,
	});
	return rows[0] ?? { total: 0, sums: { total: 0, stuck: 0, unstarted: 0, unmanaged: 0 } };
}

function toRow({ net, growth, standsOn, ...row }: Found, sort: PortfolioSort): PortfolioRow {
	const values: Record<PortfolioSort, string | number | bigint | null> = {
		...{ stuck: standsOn, name: row.name, step: row.step, net, growth, manager: row.managerName },
	};
	const value = values[sort];
	const beforeFen = row.beforeFen === null ? null : BigInt(row.beforeFen);
	const cursor = { value: value === null ? null : String(value), id: row.id };
	return { ...row, netFen: BigInt(net), beforeFen, cursor };
}

/**
 * A page of the brands that match, how many match, and the sums of all, in two questions at once. `stuckBefore`: what stands still
 * since an earlier day makes its brand stuck.
 */
export async function listPortfolio(
	_scope: PlatformScope,
	filter: PortfolioFilter,
	days: Days,
): Promise<PortfolioPage> {
	const [{ found, keyset }, { total, sums }] = await Promise.all([
		findRows(filter, days, portfolioPage + 1),
		countRows(filter, days.stuckBefore),
	]);
	const hasMore = found.length > portfolioPage;
	const rows = found.slice(0, portfolioPage);
	if (keyset.isBack) rows.reverse();
	return {
		...{ rows, total, sums },
		hasPrevious: keyset.isBack ? hasMore : !keyset.isFirst,
		hasNext: keyset.isBack || hasMore,
	};
}

/** All brands that match, in the list's order, for a file. */
export async function listWholePortfolio(
	_scope: PlatformScope,
	filter: PortfolioFilter,
	days: Days,
): Promise<PortfolioRow[]> {
	return (await findRows({ ...filter, after: "", before: "" }, days, fileRows)).found;
}

/** Who may be in charge of a brand. */
export async function listManagers(_scope: PlatformScope): Promise<{ id: string; name: string }[]> {
	const { rows } = await pool().query<{ id: string; name: string }>({
		name: "portfolio managers",
		text: `SELECT DISTINCT u.id, u.name FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE m.role IN ('ops_reviewer', 'ops_lead') AND u.status = 'ACTIVE' ORDER BY u.name`,
	});
	return rows;
}
