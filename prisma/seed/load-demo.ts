import type { PoolClient } from "pg";
import { lockShops, lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { refreshDerived } from "@/lib/domains/gmv/mutations/refresh-derived";
import { hashPassword } from "@/lib/domains/identity/mutations/passwords";
import { computeBacktest } from "@/lib/domains/programme/mutations/compute-backtest";
import { computeForecast } from "@/lib/domains/programme/mutations/compute-forecast";
import { makeRepurchaseReport } from "@/lib/domains/trust/mutations/repurchase/make-report";
import { rollWeeks } from "@/lib/domains/trust/mutations/scorecard/roll-weeks";
import { systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { demoPassword } from "./accounts";
import { writeBenefits } from "./demo/benefits";
import { writeBrandRequests } from "./demo/brand-requests";
import { writeComplaints } from "./demo/complaints";
import { evaluateDemo } from "./demo/evaluations";
import { writeExams } from "./demo/exams";
import { planFiles } from "./demo/files";
import { writeFiles } from "./demo/files-write";
import { generateForceMonths } from "./demo/force-months";
import { writeFund } from "./demo/fund";
import { writeNotifications } from "./demo/notifications";
import { judgeDemo } from "./demo/orders/judge";
import { writeOrders, writeRooms } from "./demo/orders/write";
import { writePartnerships } from "./demo/partnership";
import { type DemoPlan, planDemo } from "./demo/plan";
import { writePlaybooks } from "./demo/playbooks";
import { writePools } from "./demo/pools";
import { instantOn } from "./demo/timeline";
import { writeTrustCards } from "./demo/trust-cards";
import { writeTrustClaims } from "./demo/trust-claims";
import { writeActivations, writeAppeals } from "./demo/write-activations";
import { writeApplications } from "./demo/write-applications";
import {
	writeAdmissions,
	writeBrands,
	writeCertificates,
	writeForceMonths,
	writePartners,
	writeRedLines,
	writeShops,
} from "./demo/write-masters";
import { openPlatform, writeOrganisations, writeUsers } from "./demo/write-people";
import { moveProgramme } from "./demo/write-programme";
import { writeRollup, writeSales } from "./demo/write-sales";
import { programmeCode } from "./reference";

export const demoSource = "demo";
const weeksOfScores = 14;
/** Audit actions that tell how far a load came, and what it must give back. */
export const demoLoaded = "demo.load";
export const demoFinished = "demo.finish";

export const demoPhases = [
	"plan",
	"masters",
	"sales",
	"rollup",
	"totals",
	"metrics",
	"steps",
	"evaluations",
	"forecast",
] as const;
export type DemoPhase = (typeof demoPhases)[number];

export type DemoRequest = {
	/** The business day everything is dated back from. */
	today: Day;
	onProgress?: (phase: DemoPhase, done: number, total?: number) => void;
};
export type DemoReport = {
	/** False: demo data were there already, and complete. */
	loaded: boolean;
	counts: Record<string, number>;
	seconds: Partial<Record<DemoPhase, number>>;
};

/**
 * Loads the demo: a programme in its ninth month, dated back from `today`. Everything but the evaluations stands or
 * falls in one transaction; evaluations follow one by one, and a load that was interrupted between them goes on there.
 * Two loads for the same day write the same data.
 */
export async function loadDemo({ today, onProgress = () => undefined }: DemoRequest): Promise<DemoReport> {
	const report: DemoReport = { loaded: false, counts: {}, seconds: {} };
	const clock = createClock(report);
	const progress = await readProgress();
	if (progress.finished) return report;

	const plan = planDemo(progress.today ?? today);
	clock.end("plan");
	if (!progress.today) {
		const passwordHash = await hashPassword(demoPassword);
		await inRawTransaction((client) => writeDemo(client, plan, passwordHash, report, clock, onProgress));
	}
	report.counts.stepChanges = await judgeDemo(plan);
	clock.end("steps");
	report.counts.evaluations = await evaluateDemo(plan, (done, total) =>
		onProgress("evaluations", done, total),
	);
	clock.end("evaluations");
	await rollWeeks(plan.timeline.today, weeksOfScores);
	await makeRepurchaseReport(addDays(plan.timeline.today, -1), new Date());
	await computeForecast(plan.timeline.today, new Date());
	await computeBacktest(plan.timeline.today, new Date());
	clock.end("forecast");
	await inRawTransaction((client) =>
		recordAuditRaw(client, {
			actor: systemActor("demo"),
			action: demoFinished,
			subjectType: "demo",
			subjectId: demoSource,
		}),
	);
	return { ...report, loaded: true };
}

type Clock = { end(phase: DemoPhase): void };

function createClock(report: DemoReport): Clock {
	let since = performance.now();
	return {
		end(phase) {
			const now = performance.now();
			report.seconds[phase] = Math.round(now - since) / 1000;
			since = now;
		},
	};
}

/** The day the demo in the database was loaded for, if there is one, and whether its load came to its end. */
async function readProgress(): Promise<{ today: Day | null; finished: boolean }> {
	const { rows } = await pool().query<{ action: string; today: Day | null }>(
		`SELECT action, after ->> 'today' AS today FROM audit_entries
		  WHERE subject_type = 'demo' AND subject_id = $1 AND action = ANY($2)`,
		[demoSource, [demoLoaded, demoFinished]],
	);
	return {
		today: rows.find((row) => row.action === demoLoaded)?.today ?? null,
		finished: rows.some((row) => row.action === demoFinished),
	};
}

async function writeDemo(
	client: PoolClient,
	plan: DemoPlan,
	passwordHash: string,
	report: DemoReport,
	clock: Clock,
	onProgress: NonNullable<DemoRequest["onProgress"]>,
): Promise<void> {
	const { timeline, partners } = plan;
	// Sums over a million rows spill to disk with the server's default of 4 MB.
	await client.query("SET LOCAL work_mem = '192MB'; SET LOCAL maintenance_work_mem = '192MB'");
	await lockShops(client);
	await lockTotals(client);
	const ids = await writeMasters(client, plan, passwordHash);
	onProgress("masters", partners.length, partners.length);
	clock.end("masters");

	const { tally, rows, carved } = await writeSales(client, plan, ids, (done, total) =>
		onProgress("sales", done, total),
	);
	clock.end("sales");
	await writeRollup(client, ids.source);
	const orderLines = await writeOrders(client, plan, ids.shops, carved);
	await writeRooms(client, plan, ids.shops, carved);
	const claims = await writeTrustClaims(client, plan);
	await writeComplaints(client, timeline.today);
	onProgress("rollup", rows, rows);
	clock.end("rollup");
	await refreshDerived(
		client,
		{
			fromDay: timeline.days[0] ?? timeline.today,
			toDay: timeline.days.at(-1) ?? timeline.today,
		},
		false,
	);
	onProgress("totals", timeline.days.length, timeline.days.length);
	clock.end("totals");

	const months = generateForceMonths(timeline, partners, tally, (id) => plan.disputeRates.get(id) ?? null);
	const forceMonths = await writeForceMonths(client, months);
	onProgress("metrics", forceMonths, forceMonths);
	clock.end("metrics");
	const questions = await writeExams(client, timeline.today);

	const programmeBefore = await moveProgramme(client, programmeCode, {
		startDay: timeline.programme.start,
		endDay: timeline.programme.end,
		isDemo: true,
	});
	await recordAuditRaw(client, {
		actor: systemActor("demo"),
		action: demoLoaded,
		subjectType: "demo",
		subjectId: demoSource,
		before: { programme: programmeBefore },
		after: { today: timeline.today },
	});
	Object.assign(report.counts, {
		partners: partners.length,
		applications: plan.applications.length,
		users: plan.users.length,
		brands: plan.brands.length,
		shops: plan.shops.length,
		bindings: plan.bindings.length,
		shopDays: rows,
		orderLines,
		claims,
		forceMonths,
		certificates: plan.certificates.length,
		questions,
		redLines: plan.redLines.length,
	});
}

/** The first lead: who confirmed the deposits. */
function requireLead({ users }: DemoPlan): { id: string; name: string } {
	const lead = users.find((user) => user.role === "ops_lead");
	if (!lead) throw new Error("DEMO_WITHOUT_LEAD");
	return lead;
}

/** People and companies, what they applied for, and what they hold; gives back how the database knows the shops. */
async function writeMasters(client: PoolClient, plan: DemoPlan, passwordHash: string) {
	const { timeline, partners } = plan;
	const platform = await openPlatform(client, instantOn(addMonths(timeline.today, -60), 10));
	await writeOrganisations(client, plan.organisations);
	await writeUsers(client, plan.users, passwordHash, platform);
	const applications = await writeApplications(client, plan.applications);
	await writeFiles(client, planFiles(plan.applications));
	await writeNotifications(client, timeline, applications);
	const approvalOf = new Map(
		applications.flatMap(({ id, partnerId, events }) => {
			const approval = events.find((event) => event.event === "approve");
			return partnerId && approval ? [[partnerId, { ...approval, applicationId: id }] as const] : [];
		}),
	);
	await writePartners(client, timeline.today, partners, approvalOf);
	const lead = requireLead(plan);
	await writeAdmissions(client, partners, approvalOf, lead);
	await writeActivations(client, applications, lead);
	await writeAppeals(client, applications);
	await writeBrands(client, plan.brands);
	const ids = await writeShops(client, plan, demoSource);
	await writePlaybooks(client, plan, lead);
	await writeBrandRequests(client, plan);
	await writeTrustCards(client, plan);
	await writeCertificates(client, plan.certificates);
	await writeRedLines(client, plan.redLines);
	await writePartnerships(client, plan);
	await writePools(client, plan);
	await writeBenefits(client, plan);
	await writeFund(client, plan);
	return ids;
}
