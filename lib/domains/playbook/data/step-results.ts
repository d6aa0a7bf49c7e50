import "server-only";
import type { PoolClient } from "pg";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import { type InputsRow, toInputs } from "@/lib/domains/playbook/data/step-inputs";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { scoreDrivers } from "@/lib/domains/playbook/rules/steps/drivers";
import { judgeSteps, trendOf } from "@/lib/domains/playbook/rules/steps/judge-steps";
import { haveSameLengths, policyOf } from "@/lib/domains/playbook/rules/steps/policy-on";
import type { DatedStepPolicy } from "@/lib/domains/playbook/types/step-policy";
import type { BrandSteps, StepResult, StoredInputs } from "@/lib/domains/playbook/types/step-results";
import type { Criterion, StepPolicy, StepStanding } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import { db } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Scope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

const DAYS = Prisma.sql`
	SELECT d.brand_id AS "brandId", d.day::text, d.first_day::text AS "firstDay", d.gmv_fen AS "gmvFen", d.public_fen AS "publicFen",
	       d.self_live_fen AS "selfLiveFen", d.private_fen AS "privateFen", d.exclusive_fen AS "exclusiveFen",
	       d.product_fen AS "productFen", d.first_fen AS "firstFen", d.streamers, d.products, d.burst_shop_id AS "burstShopId",
	       d.burst_product_id AS "burstProductId", d.burst_week_fen AS "burstWeekFen",
	       d.burst_baseline_eighths AS "burstBaseline", d.live_days AS "liveDays", d.live_minutes AS "liveMinutes", d.buyers,
	       d.buyers_again AS "buyersAgain", d.exclusive_products AS "exclusiveProducts",
	       d.policy_version AS "policyVersion", d.met::int
	  FROM playbook_brand_days d JOIN brands b ON b.id = d.brand_id`;

const TREND_DAYS = 7;

type StoredRow = InputsRow & { readonly policyVersion: number; readonly met: number };
const toStored = ({ policyVersion, met: _met, ...row }: StoredRow): StoredInputs => ({
	...toInputs(row),
	policyVersion,
});

/** The stored inputs of a brand, oldest first; none for a brand that does not exist for the scope. */
export async function listBrandDays(scope: Scope, brandId: string, from: Day): Promise<StoredInputs[]> {
	const rows = await db().$queryRaw<StoredRow[]>`${DAYS}
		WHERE d.brand_id = ${brandId} AND d.day >= ${from}::date AND ${brandsOf(scope)} ORDER BY d.day`;
	return rows.map(toStored);
}

/** The last stored inputs of a brand and those they are compared with, of the day and of the week before; oldest first. */
async function listLastDays(scope: Scope, brandId: string): Promise<StoredInputs[]> {
	const rows = await db().$queryRaw<StoredRow[]>`${DAYS}
		WHERE d.brand_id = ${brandId} AND ${brandsOf(scope)} AND d.day IN (
		  SELECT l.day - n FROM (SELECT max(day) AS day FROM playbook_brand_days WHERE brand_id = ${brandId}) l,
		         unnest(ARRAY[0, 1, ${TREND_DAYS}::int]) n) ORDER BY d.day`;
	return rows.map(toStored);
}

/** The stored inputs of some brands on some days, for work that looks at all of them. */
export async function listStoredInputs(
	client: Pick<PoolClient, "query">,
	brandIds: readonly string[],
	days: readonly Day[],
): Promise<StoredInputs[]> {
	const { rows } = await client.query<StoredRow>(
		`${DAYS.sql} WHERE d.brand_id = ANY($1) AND d.day = ANY($2::date[])`,
		[brandIds, days],
	);
	return rows.map(toStored);
}

/** What is stored of a day of all brands, and which steps held. */
export async function listInputsOfDay(day: Day): Promise<(StoredInputs & { readonly met: number })[]> {
	const rows = await db().$queryRaw<StoredRow[]>`${DAYS} WHERE d.day = ${day}::date`;
	return rows.map((row) => ({ ...toStored(row), met: row.met }));
}

/** The last stored inputs of some brands; none of a brand that was never judged. */
export function listLatestInputs(brandIds: readonly string[]): Promise<StoredInputs[]> {
	return db().$queryRaw<StoredRow[]>`${DAYS}
		WHERE d.brand_id = ANY(${[...brandIds]})
		  AND d.day = (SELECT max(l.day) FROM playbook_brand_days l WHERE l.brand_id = d.brand_id)`.then((rows) =>
		rows.map(toStored),
	);
}

type StandingRow = StepStanding & { readonly brandId: string; readonly step: Step };

function listStandings(scope: Scope, brandId: string): Promise<StandingRow[]> {
	return db().$queryRaw<StandingRow[]>`
		SELECT s.brand_id AS "brandId", s.step::int, s.state::text, s.since::text, s.below_days AS "belowDays"
		  FROM playbook_steps s JOIN brands b ON b.id = s.brand_id WHERE s.brand_id = ${brandId} AND ${brandsOf(scope)}`;
}

type ChangeRow = StepResult["changes"][number] & { readonly step: Step };

function listChanges(scope: Scope, brandId: string): Promise<ChangeRow[]> {
	return db().$queryRaw<ChangeRow[]>`
		SELECT c.step::int, c.day::text, c.from_state::text AS "from", c.to_state::text AS "to", c.reason, c.missing
		  FROM playbook_step_changes c JOIN brands b ON b.id = c.brand_id
		 WHERE c.brand_id = ${brandId} AND ${brandsOf(scope)} ORDER BY c.day DESC, c.step`;
}

/** The criteria of an earlier day by its own version; none where its windows had other lengths and nothing compares. */
export function criteriaBeside(
	earlier: StoredInputs,
	policies: readonly DatedStepPolicy[],
	policy: StepPolicy,
): readonly Criterion[] {
	const own = policyOf(policies, earlier.policyVersion);
	return haveSameLengths(own, policy) ? judgeSteps(earlier, own).flatMap(({ criteria }) => criteria) : [];
}

/**
 * A brand's steps as they were last judged, with the days since `from`, or with no more days than are compared; null until they were,
 * and for a brand that does not exist for the scope.
 */
export async function readBrandSteps(
	scope: Scope,
	brandId: string,
	from: Day | null,
): Promise<BrandSteps | null> {
	const [days, standings, changes, policies] = await Promise.all([
		from ? listBrandDays(scope, brandId, from) : listLastDays(scope, brandId),
		listStandings(scope, brandId),
		listChanges(scope, brandId),
		listStepPolicies(),
	]);
	const last = days.at(-1);
	if (!last) return null;
	const policy = policyOf(policies, last.policyVersion);
	const verdicts = judgeSteps(last, policy);
	const earlier = days.find(({ day }) => day === addDays(last.day, -TREND_DAYS));
	const before = earlier ? criteriaBeside(earlier, policies, policy) : [];
	return {
		day: last.day,
		days,
		...{ policy, policies },
		drivers: scoreDrivers(verdicts),
		steps: verdicts.map((verdict): StepResult => {
			const standing = standings.find(({ step }) => step === verdict.step);
			const trends = verdict.criteria.map((now) => [
				now.code,
				trendOf(
					before.find(({ code }) => code === now.code),
					now,
				),
			]);
			return {
				step: verdict.step,
				verdict,
				state: standing?.state ?? "OPEN",
				since: standing?.since ?? null,
				belowDays: standing?.belowDays ?? 0,
				trends: Object.fromEntries(trends),
				changes: changes.filter(({ step }) => step === verdict.step),
			};
		}),
	};
}
