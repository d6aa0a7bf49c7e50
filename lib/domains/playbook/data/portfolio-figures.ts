import "server-only";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { listLatestInputs } from "@/lib/domains/playbook/data/step-results";
import { scoreDrivers } from "@/lib/domains/playbook/rules/steps/drivers";
import { judgeSteps } from "@/lib/domains/playbook/rules/steps/judge-steps";
import { policyOf } from "@/lib/domains/playbook/rules/steps/policy-on";
import type { MonthJoins, PortfolioFigures, StepMark } from "@/lib/domains/playbook/types/portfolio";
import type { StepStanding } from "@/lib/domains/playbook/types/steps";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type Standing = Pick<StepStanding, "state" | "since"> & { brandId: string; step: number };

/** How the data of the brands of a page stand, in three questions whatever their number. */
export async function listPortfolioFigures(
	_scope: PlatformScope,
	brandIds: readonly string[],
): Promise<Map<string, PortfolioFigures>> {
	const [standings, inputs, policies] = await Promise.all([
		pool().query<Standing>(
			`SELECT brand_id AS "brandId", step::int, state::text, since::text FROM playbook_steps WHERE brand_id = ANY($1)`,
			[brandIds],
		),
		listLatestInputs(brandIds),
		listStepPolicies(),
	]);
	return new Map(
		brandIds.map((brandId) => {
			const last = inputs.find((row) => row.brandId === brandId);
			const verdicts = last && judgeSteps(last, policyOf(policies, last.policyVersion));
			const own = standings.rows.filter((row) => row.brandId === brandId);
			const marks = verdicts?.map(({ step, isMet }): StepMark => {
				const { state = "OPEN", since = null } = own.find((row) => row.step === step) ?? {};
				return { step, state, since, isMet };
			});
			const figures: PortfolioFigures = {
				marks: marks ?? null,
				drivers: verdicts ? scoreDrivers(verdicts) : null,
			};
			return [brandId, figures];
		}),
	);
}

/** Brands that joined, by month of Shanghai's calendar, from the month of `from` on; months without any are not told. */
export async function listJoins(_scope: PlatformScope, from: Day): Promise<MonthJoins[]> {
	const { rows } = await pool().query<MonthJoins>(
		`SELECT to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
		        count(*) FILTER (WHERE kind = 'WELL_KNOWN')::int AS "wellKnown",
		        count(*) FILTER (WHERE kind = 'NEW_CONSUMPTION')::int AS "newConsumption"
		   FROM brands WHERE created_at >= ($1::date)::timestamp AT TIME ZONE 'Asia/Shanghai'
		  GROUP BY 1 ORDER BY 1`,
		[from],
	);
	return rows;
}
