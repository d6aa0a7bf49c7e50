import { closeNotice } from "@/lib/domains/tiers/mutations/close-notice";
import { computeRun } from "@/lib/domains/tiers/mutations/compute-run";
import { showDraft } from "@/lib/domains/tiers/mutations/open-notice";
import { searchRun } from "@/lib/domains/tiers/mutations/search-run";
import { startRun } from "@/lib/domains/tiers/mutations/start-run";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { addDays, type Day, lastDayOf, type Month } from "@/lib/platform/time";
import type { DemoPlan } from "./plan";
import { appealDemo } from "./tier-appeals";
import { instantOn } from "./timeline";
import { dateTold, must } from "./told";

/** The day of the draft, counted from the last day of the month; the notice opens the day after. */
const DRAFT_AFTER_DAYS = 15;
const FINAL_AFTER_DAYS = 24;
/** The queue computes a run whose load died. */
const TAKEN_UP_AFTER_MS = 3_600_000;
const system = systemActor("demo");

/**
 * The monthly runs as operations would have made them, oldest first: each drafted, in notice and final, but the newest,
 * whose notice runs. An interrupted load goes on after the last that was done. Gives back how many this load made.
 */
export async function evaluateDemo(
	{ timeline, partners }: DemoPlan,
	onCount: (done: number, total: number) => void,
): Promise<number> {
	const done = await readEvaluatedMonths(partners[0]?.id ?? "");
	const months = timeline.evaluatedMonths.filter((month) => !done.has(month));
	const lead = await findLead();
	for (const [index, month] of months.entries()) {
		const isNewest = month === timeline.evaluatedMonths.at(-1);
		await evaluateMonth(month, lead, isNewest ? timeline.today : null);
		onCount(index + 1, months.length);
	}
	await appealDemo(timeline.today);
	return months.length;
}

/** `today` is given where the notice still runs, since yesterday; null: the run is final. */
async function evaluateMonth(month: Month, lead: Actor, today: Day | null): Promise<void> {
	const asOf = lastDayOf(month);
	const draftedAt = instantOn(addDays(asOf, DRAFT_AFTER_DAYS), 10);
	const computeAfter = new Date(Date.now() + TAKEN_UP_AFTER_MS);
	const { runId } = must(await startRun({ asOf, actor: system, now: draftedAt, computeAfter }));
	must(await computeRun({ runId, actor: system, now: draftedAt }));
	if (today) must(await searchRun(runId, draftedAt));
	const openedAt = instantOn(today ? addDays(today, -1) : addDays(asOf, DRAFT_AFTER_DAYS + 1), 11);
	must(await inRawTransaction((client) => showDraft(client, { runId, actor: lead, now: openedAt })));
	await dateTold(`%:${runId}%`, openedAt);
	if (today) return;
	const finalAt = instantOn(addDays(asOf, FINAL_AFTER_DAYS), 0.5);
	must(await closeNotice({ runId, actor: system, now: finalAt }));
	await dateTold(`tier:${runId}:%`, finalAt);
}

/** Months in which the demo's partners have a verdict already. */
async function readEvaluatedMonths(partnerId: string): Promise<Set<Month>> {
	const { rows } = await pool().query<{ month: Month }>(
		`SELECT to_char(r.period, 'YYYY-MM') AS month FROM classifications c
		   JOIN evaluation_runs r ON r.id = c.run_id WHERE c.partner_id = $1`,
		[partnerId],
	);
	return new Set(rows.map((row) => row.month));
}

async function findLead(): Promise<Actor> {
	const { rows } = await pool().query<Actor>(
		`SELECT u.id AS "userId", u.name AS label, m.organisation_id AS "organisationId", NULL AS address
		   FROM users u JOIN memberships m ON u.id = m.user_id WHERE u.is_demo AND m.role = 'ops_lead' ORDER BY u.id LIMIT 1`,
	);
	return rows[0] ?? system;
}
