import "server-only";
import type { PoolClient } from "pg";
import { portfolioDays } from "@/lib/domains/playbook/constants/portfolio";
import { readRequiredItemsDone } from "@/lib/domains/playbook/data/items";
import { computeStepInputs } from "@/lib/domains/playbook/data/step-inputs";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { rollUpPlaybook, type TouchedBrands } from "@/lib/domains/playbook/mutations/steps/roll-up";
import { scoreDrivers } from "@/lib/domains/playbook/rules/steps/drivers";
import { judgeSteps, metMask } from "@/lib/domains/playbook/rules/steps/judge-steps";
import { policyOn } from "@/lib/domains/playbook/rules/steps/policy-on";
import { advanceStep, openStep } from "@/lib/domains/playbook/rules/steps/step-state";
import type { DatedStepPolicy } from "@/lib/domains/playbook/types/step-policy";
import type { BrandInputs } from "@/lib/domains/playbook/types/step-results";
import type { StepChange, StepPolicy, StepStanding, StepVerdict } from "@/lib/domains/playbook/types/steps";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

type Judged = {
	readonly inputs: BrandInputs;
	readonly verdicts: readonly StepVerdict[];
	readonly met: number;
};
type StepRow = { brandId: string; step: number; judgedDay: Day; belowSince: Day | null } & StepStanding;

function judge(inputs: BrandInputs, policy: StepPolicy): Judged {
	const verdicts = judgeSteps(inputs, policy);
	return { inputs, verdicts, met: metMask(verdicts) };
}

async function saveDay(client: PoolClient, judged: readonly Judged[], policy: StepPolicy): Promise<void> {
	const rows = judged.map(({ inputs: { burst, ...i }, met }) => ({
		brand_id: i.brandId,
		day: i.day,
		first_day: i.firstDay,
		gmv_fen: String(i.gmvFen),
		public_fen: String(i.publicFen),
		self_live_fen: String(i.selfLiveFen),
		private_fen: String(i.privateFen),
		exclusive_fen: String(i.exclusiveFen),
		product_fen: String(i.productFen),
		first_fen: String(i.firstFen),
		streamers: i.streamers,
		products: i.products,
		burst_shop_id: burst?.shopId ?? null,
		burst_product_id: burst?.productId ?? null,
		burst_week_fen: burst ? String(burst.weekFen) : null,
		burst_baseline_eighths: burst?.baselineEighths == null ? null : String(burst.baselineEighths),
		live_days: i.liveDays,
		live_minutes: i.liveMinutes,
		buyers: i.buyers,
		buyers_again: i.buyersAgain,
		exclusive_products: i.exclusiveProducts,
		met,
		policy_version: policy.version,
	}));
	const days = [...new Set(judged.map(({ inputs }) => inputs.day))];
	const brands = judged.map(({ inputs }) => inputs.brandId);
	await client.query("DELETE FROM playbook_brand_days WHERE day = ANY($1::date[]) AND brand_id = ANY($2)", [
		days,
		brands,
	]);
	await client.query(
		"INSERT INTO playbook_brand_days SELECT * FROM json_populate_recordset(NULL::playbook_brand_days, $1)",
		[JSON.stringify(rows)],
	);
}

/** What the portfolio shows of the last day judged: whose criteria hold, and the three drivers. */
async function saveLastDay(client: PoolClient, judged: readonly Judged[]): Promise<void> {
	const rows = judged.map(({ inputs, verdicts, met }) => ({
		...{ brand_id: inputs.brandId, met_day: inputs.day, met_steps: met, drivers: scoreDrivers(verdicts) },
	}));
	await client.query(
		`INSERT INTO playbook_data_sums AS d (brand_id, met_day, met_steps, drivers)
		 SELECT r.brand_id, r.met_day, r.met_steps, r.drivers FROM json_populate_recordset(NULL::playbook_data_sums, $1) r
		  ORDER BY r.brand_id
		 ON CONFLICT (brand_id) DO UPDATE SET met_day = excluded.met_day, met_steps = excluded.met_steps, drivers = excluded.drivers
		  WHERE d.met_day IS NULL OR d.met_day <= excluded.met_day`,
		[JSON.stringify(rows)],
	);
}

/** Moves the steps of a day on; a step that was judged for the day before, or for none, and no other. */
async function moveSteps(client: PoolClient, judged: readonly Judged[], policy: StepPolicy): Promise<number> {
	const ids = judged.map(({ inputs }) => inputs.brandId);
	const done = await readRequiredItemsDone(ids);
	const { rows } = await client.query<StepRow>(
		`SELECT brand_id AS "brandId", step::int, state, since::text, below_days AS "belowDays", judged_day::text AS "judgedDay",
		        below_since::text AS "belowSince"
		   FROM playbook_steps WHERE brand_id = ANY($1) FOR UPDATE`,
		[ids],
	);
	const known = new Map(rows.map((row) => [`${row.brandId} ${row.step}`, row]));
	const steps: object[] = [];
	const changes: object[] = [];
	for (const { inputs, verdicts } of judged)
		for (const { step, isMet, criteria } of verdicts) {
			const before = known.get(`${inputs.brandId} ${step}`);
			if (before && before.judgedDay >= inputs.day) continue;
			const requiredDone = done.get(inputs.brandId)?.get(step) ?? false;
			const from = before
				? { state: before.state, since: before.since, belowDays: before.belowDays }
				: openStep;
			const { standing, change } = advanceStep(
				from,
				{ day: inputs.day, isMet, requiredDone },
				policy.reopenAfterDays,
			);
			const missing = criteria.filter((criterion) => !criterion.isMet).map(({ code }) => code);
			const belowSince = isMet ? null : (before?.belowSince ?? inputs.day);
			steps.push({ ...stepRow(inputs, step, standing), below_since: belowSince });
			if (change) changes.push(changeRow(inputs, step, change, change.to === "REOPENED" ? missing : []));
		}
	await saveSteps(client, steps, changes);
	return changes.length;
}

function stepRow(
	inputs: Pick<BrandInputs, "brandId" | "day">,
	step: number,
	{ state, since, belowDays }: StepStanding,
): object {
	return { brand_id: inputs.brandId, step, state, since, below_days: belowDays, judged_day: inputs.day };
}

function changeRow(
	inputs: Pick<BrandInputs, "brandId">,
	step: number,
	change: StepChange,
	missing: readonly string[],
): object {
	const { day, from, to, reason } = change;
	return { brand_id: inputs.brandId, step, day, from_state: from, to_state: to, reason, missing };
}

async function saveSteps(client: PoolClient, steps: object[], changes: object[]): Promise<void> {
	await client.query(
		`INSERT INTO playbook_steps SELECT * FROM json_populate_recordset(NULL::playbook_steps, $1)
		 ON CONFLICT (brand_id, step) DO UPDATE SET state = excluded.state, since = excluded.since,
		   below_days = excluded.below_days, judged_day = excluded.judged_day, below_since = excluded.below_since`,
		[JSON.stringify(steps)],
	);
	if (changes.length === 0) return;
	await client.query(
		`INSERT INTO playbook_step_changes (brand_id, step, day, from_state, to_state, reason, missing)
		 SELECT brand_id, step, day, from_state, to_state, reason, missing
		   FROM json_populate_recordset(NULL::playbook_step_changes, $1)`,
		[JSON.stringify(changes)],
	);
}

/**
 * Judges one day of some brands, or of all, under the version of the policy in force on it, and moves their steps on; again
 * for a day that was judged, it renews the values only. Who judges many days gives the `policies`.
 */
export async function judgeDay(
	client: PoolClient,
	day: Day,
	brandIds: readonly string[] | null = null,
	policies?: readonly DatedStepPolicy[],
): Promise<{ brands: number; changes: number }> {
	const policy = policyOn(policies ?? (await listStepPolicies(client)), day);
	const judged = (await computeStepInputs(client, day, brandIds, policy)).map((inputs) =>
		judge(inputs, policy),
	);
	if (judged.length === 0) return { brands: 0, changes: 0 };
	await saveDay(client, judged, policy);
	await saveLastDay(client, judged);
	return { brands: judged.length, changes: await moveSteps(client, judged, policy) };
}

/** After a correction: the days in a row below, counted anew from the corrected days; of a closed step, those since it was closed. */
const RECOUNT = `
	UPDATE playbook_steps s SET below_days = (
	  SELECT count(*) FROM playbook_brand_days d
	   WHERE d.brand_id = s.brand_id AND d.day > s.since AND d.day <= s.judged_day
	     AND d.day > coalesce((SELECT max(m.day) FROM playbook_brand_days m
	                            WHERE m.brand_id = s.brand_id AND m.day <= s.judged_day
	                              AND (m.met >> (s.step - 1)) & 1 = 1), '-infinity'))
	 WHERE s.brand_id = ANY($1) AND s.state = 'CLOSED'`;

const FIND_BELOW_AGAIN = `
	UPDATE playbook_steps s SET below_since = (
	  SELECT min(d.day) FROM playbook_brand_days d
	   WHERE d.brand_id = s.brand_id AND d.day <= s.judged_day
	     AND d.day > coalesce((SELECT max(m.day) FROM playbook_brand_days m
	                            WHERE m.brand_id = s.brand_id AND m.day <= s.judged_day
	                              AND (m.met >> (s.step - 1)) & 1 = 1), '-infinity'))
	 WHERE s.brand_id = ANY($1)`;

async function recount(client: PoolClient, brandIds: readonly string[]): Promise<void> {
	await client.query(RECOUNT, [brandIds]);
	await client.query(FIND_BELOW_AGAIN, [brandIds]);
}

/** The sales of the portfolio, of the days that end with `until`, in one pass over all brands' days. */
export async function sumNets(client: PoolClient, until: Day): Promise<void> {
	await client.query("SELECT sum_portfolio_nets($1::date, $2)", [until, portfolioDays]);
}

async function readLastDay(client: PoolClient): Promise<Day | null> {
	const { rows } = await client.query<{ day: Day | null }>(
		"SELECT max(day)::text AS day FROM playbook_brand_days",
	);
	return rows[0]?.day ?? null;
}

/** Days a correction is followed back, and days that are judged after a long rest: further ones change no window of today. */
export const maxDaysBack = 120;
/** Days the first judgement begins with, so that a trend is there at once. */
const daysAtFirst = 28;

async function listStoredDays(
	client: PoolClient,
	{ brandIds, since }: TouchedBrands,
	last: Day,
): Promise<Day[]> {
	const { rows } = await client.query<{ day: Day }>(
		`SELECT DISTINCT day::text AS day FROM playbook_brand_days
		  WHERE brand_id = ANY($1) AND day >= greatest($2::date, $3::date) ORDER BY 1`,
		[brandIds, since, addDays(last, 1 - maxDaysBack)],
	);
	return rows.map(({ day }) => day);
}

/** The first day that is to be judged for all brands. */
function firstDayAfter(last: Day | null, until: Day): Day {
	if (last === null) return addDays(until, 1 - daysAtFirst);
	return daysBetween(last, until) <= maxDaysBack ? addDays(last, 1) : addDays(until, 1 - maxDaysBack);
}

const FIND_FINISHED = `
	SELECT s.brand_id AS "brandId", s.step::int, s.state, s.since::text, s.below_days AS "belowDays"
	  FROM playbook_steps s JOIN playbook_brand_days d ON d.brand_id = s.brand_id AND d.day = s.judged_day
	 WHERE s.judged_day = $1 AND ($2::text IS NULL OR s.brand_id = $2) AND s.state <> 'CLOSED'
	   AND (d.met >> (s.step - 1)) & 1 = 1 FOR UPDATE OF s`;

/** Closes the steps, of a brand or of all, that are finished by the last day judged as it now stands: nobody waits for tomorrow. */
async function closeFinished(
	client: PoolClient,
	last: Day,
	policy: StepPolicy,
	brandId: string | null = null,
): Promise<void> {
	const { rows } = await client.query<Omit<StepRow, "judgedDay" | "belowSince">>(FIND_FINISHED, [
		last,
		brandId,
	]);
	const done = await readRequiredItemsDone(rows.map(({ brandId }) => brandId));
	const steps: object[] = [];
	const changes: object[] = [];
	for (const { brandId, step, ...from } of rows) {
		const requiredDone = done.get(brandId)?.get(step) ?? false;
		const { standing, change } = advanceStep(
			from,
			{ day: last, isMet: true, requiredDone },
			policy.reopenAfterDays,
		);
		if (!change) continue;
		const place = { brandId, day: last };
		steps.push({ ...stepRow(place, step, standing), below_since: null });
		changes.push(changeRow(place, step, change, []));
	}
	await saveSteps(client, steps, changes);
}

/** Days a brand that joined with facts is judged for at once: a window for the trend, and one more that it could fall below in. */
const daysOfNewBrand = 56;

/** Brands with a shop that were never judged: invited since, or with a shop that came since. */
async function listNewBrands(client: PoolClient): Promise<string[]> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT s.brand_id AS id FROM shops s
		  WHERE s.brand_id IS NOT NULL AND NOT EXISTS (SELECT FROM playbook_brand_days d WHERE d.brand_id = s.brand_id)`,
	);
	return rows.map(({ id }) => id);
}

/** Brands whose last day was judged before the portfolio kept what it says. */
async function judgeUnscored(
	client: PoolClient,
	last: Day,
	policies: readonly DatedStepPolicy[],
): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT d.brand_id AS id FROM playbook_brand_days d LEFT JOIN playbook_data_sums s ON s.brand_id = d.brand_id
		  WHERE d.day = $1 AND s.met_day IS NULL`,
		[last],
	);
	if (rows.length > 0)
		await judgeDay(
			client,
			last,
			rows.map(({ id }) => id),
			policies,
		);
}

async function judgeNewBrands(
	client: PoolClient,
	last: Day,
	policies: readonly DatedStepPolicy[],
): Promise<readonly string[]> {
	const brands = await listNewBrands(client);
	if (brands.length === 0) return brands;
	for (let day = addDays(last, 1 - daysOfNewBrand); day <= last; day = addDays(day, 1))
		await judgeDay(client, day, brands, policies);
	return brands;
}

/** What was judged of a brand goes with its last shop: nothing of it was the brand's. */
async function forgetIfShopless(client: PoolClient, brandId: string): Promise<void> {
	const { rowCount } = await client.query("SELECT FROM shops WHERE brand_id = $1 LIMIT 1", [brandId]);
	if (rowCount !== 0) return;
	for (const table of ["playbook_brand_days", "playbook_step_changes", "playbook_steps"])
		await client.query(`DELETE FROM ${table} WHERE brand_id = $1`, [brandId]);
	await client.query(
		"UPDATE playbook_data_sums SET met_day = NULL, met_steps = 0, drivers = NULL WHERE brand_id = $1",
		[brandId],
	);
}

async function judgeStored(
	client: PoolClient,
	touched: TouchedBrands,
	last: Day,
	policies: readonly DatedStepPolicy[],
): Promise<number> {
	const days = await listStoredDays(client, touched, last);
	for (const day of days) await judgeDay(client, day, touched.brandIds, policies);
	if (days.length > 0) await recount(client, touched.brandIds);
	return days.length;
}

/** What stands once every import is rolled up: brands it touched are judged anew, brands that are new for the first time. */
async function followImports(client: PoolClient, policies: readonly DatedStepPolicy[]) {
	const touched = await rollUpPlaybook(client);
	const last = await readLastDay(client);
	if (last === null) return { last, renewed: 0, begun: [] };
	const renewed = touched.since ? await judgeStored(client, touched, last, policies) : 0;
	return { last, renewed, begun: await judgeNewBrands(client, last, policies) };
}

/**
 * Judges the stored days of a brand anew from a day on, after a change that no import brought; a brand that got its first
 * shop is judged for the first time. Answers the days judged.
 */
export function judgeBrandAnew(brandId: string, since: Day): Promise<number> {
	return inRawTransaction(async (client) => {
		const policies = await listStepPolicies(client);
		const { last, begun } = await followImports(client, policies);
		await forgetIfShopless(client, brandId);
		if (last === null) return 0;
		if (begun.includes(brandId)) return daysOfNewBrand;
		const days = await judgeStored(client, { brandIds: [brandId], since }, last, policies);
		if (days > 0) await closeFinished(client, last, policyOn(policies, last), brandId);
		return days;
	});
}

/**
 * Brings every brand to `until`: imports are rolled up, the stored days of brands whose facts were corrected are judged
 * anew, and the days since the last one are added for all. What closed or opened before stays told as it was; a correction
 * counts from now on. One transaction; running it again changes nothing.
 */
export function judgeUntil(until: Day): Promise<{ renewed: number; added: number }> {
	return inRawTransaction(async (client) => {
		const policies = await listStepPolicies(client);
		const { last, renewed } = await followImports(client, policies);
		if (last) await judgeUnscored(client, last, policies);
		let added = 0;
		for (let day = firstDayAfter(last, until); day <= until; day = addDays(day, 1), added += 1)
			await judgeDay(client, day, null, policies);
		if (last && added === 0) await closeFinished(client, last, policyOn(policies, last));
		await sumNets(client, until);
		return { renewed, added };
	});
}
