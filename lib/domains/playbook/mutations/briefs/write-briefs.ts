import "server-only";
import type { PoolClient } from "pg";
import {
	type BriefInputs,
	listBrandsWithoutBrief,
	readBriefInputs,
} from "@/lib/domains/playbook/data/brief-inputs";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { criteriaBeside, listStoredInputs } from "@/lib/domains/playbook/data/step-results";
import { mailBriefs } from "@/lib/domains/playbook/mutations/briefs/mail-briefs";
import { judgeSteps } from "@/lib/domains/playbook/rules/steps/judge-steps";
import { policyOf } from "@/lib/domains/playbook/rules/steps/policy-on";
import { hundredthsOf } from "@/lib/domains/playbook/rules/steps/rank-products";
import { movesBetween } from "@/lib/domains/playbook/rules/steps/series";
import type { Brief } from "@/lib/domains/playbook/types/brief";
import type { DatedStepPolicy } from "@/lib/domains/playbook/types/step-policy";
import type { StoredInputs } from "@/lib/domains/playbook/types/step-results";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { addDays, type Day } from "@/lib/platform/time";

/** Brands whose briefs stand or fall together. */
const AT_ONCE = 200;

/** What moved between two stored days, each by the version of its day. */
function movesOf(before: StoredInputs | undefined, now: StoredInputs | undefined, policies: Policies) {
	if (!now) return [];
	const policy = policyOf(policies, now.policyVersion);
	const criteria = judgeSteps(now, policy).flatMap((step) => step.criteria);
	return movesBetween(before ? criteriaBeside(before, policies, policy) : [], criteria);
}

type Policies = readonly DatedStepPolicy[];

function compose(week: Day, inputs: BriefInputs, days: readonly StoredInputs[], policies: Policies): Brief {
	const on = (day: Day) => days.find((one) => one.brandId === inputs.brandId && one.day === day);
	const { netFen, beforeFen, done, overdue, due, product, streamers, streamersBefore, top, changes } = inputs;
	const lastDay = on(addDays(week, 6));
	const baselineEighths = product?.eighths ? BigInt(product.eighths) : null;
	return {
		...{ week, netFen: String(netFen), beforeFen: String(beforeFen), items: { done, overdue, due } },
		moves: movesOf(on(addDays(week, -1)), lastDay, policies),
		policyVersion: lastDay?.policyVersion ?? null,
		changes: changes ?? [],
		product: product && {
			...{ shopId: product.shopId, productId: product.productId, name: product.name },
			...{ fen: product.fen, sales: product.sales },
			hundredths: hundredthsOf({ weekFen: BigInt(product.fen), baselineEighths }),
		},
		streamers: { count: streamers, before: streamersBefore, top: top ?? [] },
	};
}

async function writeSome(client: PoolClient, week: Day, mailed: boolean): Promise<number> {
	await client.query("SELECT pg_advisory_xact_lock(hashtext('playbook.briefs'))");
	const brands = await listBrandsWithoutBrief(client, week, AT_ONCE);
	if (brands.length === 0) return 0;
	const ids = brands.map(({ id }) => id);
	const days = await listStoredInputs(client, ids, [addDays(week, -1), addDays(week, 6)]);
	const inputs = await readBriefInputs(client, week, ids);
	const policies = await listStepPolicies(client);
	const briefs = new Map(inputs.map((one) => [one.brandId, compose(week, one, days, policies)]));
	await client.query(
		`INSERT INTO playbook_briefs (brand_id, week, document)
		 SELECT brand_id, $2::date, document FROM json_to_recordset($1) AS r(brand_id text, document jsonb)`,
		[JSON.stringify([...briefs].map(([brand_id, document]) => ({ brand_id, document }))), week],
	);
	if (mailed) await mailBriefs(client, brands, briefs);
	return brands.length;
}

/**
 * Writes every brand's brief of a week and mails it to the brand's people. A brief is written once: the same week again
 * adds what is missing, changes nothing and mails nobody twice. `mailed: false` for weeks long past.
 */
export async function writeBriefs(week: Day, { mailed = true } = {}): Promise<number> {
	let written = 0;
	for (let some = AT_ONCE; some === AT_ONCE; written += some)
		some = await inRawTransaction((client) => writeSome(client, week, mailed));
	return written;
}
