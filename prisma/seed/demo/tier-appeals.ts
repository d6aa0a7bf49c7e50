import { previewAmendment } from "@/lib/domains/tiers/mutations/amend-run";
import { decideTierAppeal } from "@/lib/domains/tiers/mutations/decide-tier-appeal";
import { fileTierAppeal } from "@/lib/domains/tiers/mutations/file-tier-appeal";
import { digestOf } from "@/lib/domains/tiers/rules/difference-digest";
import { pool } from "@/lib/platform/db/pool";
import { AppError } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, openScope, type PartnerScope, type PlatformScope } from "@/lib/platform/session/scope";
import { addDays, addMonths, type Day } from "@/lib/platform/time";
import { instantOn } from "./timeline";
import { dateTold, must } from "./told";

/** A partner one criterion below the next tier, as its receipt in a run says. */
type Case = { runId: string; partnerId: string; organisationId: string; ruleId: string; metric: string };
type Run = { id: string; finalOn: Day | null };

const statements = {
	experts: "本司 9 月新取证的专家未计入本期，证书编号与原件已交平台核对，请按取证日期补登后重新计算。",
	other: "本月有两天数据因接口故障漏报，已补传明细，请按完整数据复核本项，并说明计算口径。",
} as const;

/**
 * Three objections as they come in a usual month: one against the month before, answered that the figure stands; one accepted,
 * where a certificate had been registered late; and one that waits. A load that goes on finds them there.
 */
export async function appealDemo(today: Day): Promise<void> {
	const [newest, before] = await readLastRuns();
	const judge = await findJudge();
	if (!newest || !before?.finalOn || !judge || (await hasAppeals(newest))) return;
	const yesterday = addDays(today, -1);

	const [told] = await findCases(before, "p.is_listed");
	if (told) {
		const appealId = await file(told, statements.other, instantOn(addDays(before.finalOn, 2), 10));
		await reject(judge, appealId, instantOn(addDays(before.finalOn, 4), 16));
	}
	const [late] = await findCases(newest, "c.metric LIKE 'experts%' AND NOT p.is_listed");
	if (late) {
		await registerLate(late, today);
		const appealId = await file(late, statements.experts, instantOn(yesterday, 13));
		await accept(judge, appealId, late, instantOn(yesterday, 17));
	}
	const [waiting] = await findCases(newest, "c.metric NOT LIKE 'experts%' AND NOT p.is_listed");
	if (waiting) await file(waiting, statements.other, instantOn(yesterday, 15));
}

/** The run in notice, and the newest final one. */
async function readLastRuns(): Promise<Run[]> {
	const { rows } = await pool().query<Run>(
		`SELECT id, (finalised_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "finalOn"
		   FROM evaluation_runs WHERE status IN ('NOTICE', 'FINAL') ORDER BY period DESC LIMIT 2`,
	);
	return rows;
}

async function hasAppeals(run: Run): Promise<boolean> {
	const { rowCount } = await pool().query("SELECT FROM tier_appeals WHERE run_id = $1 LIMIT 1", [run.id]);
	return rowCount !== 0;
}

/** A lead who had no part in the runs. */
async function findJudge(): Promise<PlatformScope | null> {
	const { rows } = await pool().query<{ userId: string; organisationId: string }>(
		`SELECT m.user_id AS "userId", m.organisation_id AS "organisationId" FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.is_demo AND m.role = 'ops_lead'
		    AND NOT EXISTS (SELECT FROM evaluation_runs r WHERE m.user_id IN (r.started_by_id, r.notice_by_id))
		  ORDER BY u.id LIMIT 1`,
	);
	const [row] = rows;
	const scope = row && (await openScope(row.userId, row.organisationId));
	return scope ? grant(scope, "tier-appeal.decide") : null;
}

/** Partners of the demo that one criterion alone keeps from the next tier, the smallest gap first. */
async function findCases(run: Run, condition: string): Promise<Case[]> {
	const { rows } = await pool().query<Case>(
		`SELECT c.run_id AS "runId", p.id AS "partnerId", p.organisation_id AS "organisationId", c."ruleId", c.metric
		   FROM (SELECT run_id, partner_id, receipt #>> '{next,missing,0,ruleId}' AS "ruleId",
		                receipt #>> '{next,missing,0,metric}' AS metric, (receipt #>> '{next,missing,0,gap}')::numeric AS gap
		           FROM classifications WHERE run_id = $1 AND jsonb_array_length(receipt #> '{next,missing}') > 0
		          ORDER BY jsonb_array_length(receipt #> '{next,missing}'), partner_id) c
		   JOIN (SELECT d.*, EXISTS (SELECT FROM memberships m JOIN users u ON u.id = m.user_id
		                 WHERE m.organisation_id = d.organisation_id AND u.email = 'partner@windmaker.example') AS is_listed
		           FROM partners d WHERE EXISTS (SELECT FROM memberships m JOIN users u ON u.id = m.user_id
		                 WHERE m.organisation_id = d.organisation_id AND m.role = 'partner_owner' AND u.is_demo)) p
		     ON p.id = c.partner_id
		  WHERE ${condition} ORDER BY c.gap, p.id LIMIT 1`,
		[run.id],
	);
	return rows;
}

/** The certificate the partner speaks of: valid on the run's day, known to the portal only afterwards. */
async function registerLate({ partnerId, metric }: Case, today: Day): Promise<void> {
	const level = metric === "experts_senior" ? "senior" : "intermediate";
	await pool().query(
		`INSERT INTO certificates (id, number, partner_id, holder_name, level, issued_on, expires_on)
		 VALUES ($1, $2, $3, '贺兰舟', $4::certificate_level, $5, $6)`,
		[newId("crt"), "ZFZ-2026-901877", partnerId, level, addMonths(today, -2), addMonths(today, 22)],
	);
}

async function ownerOf({ organisationId }: Case): Promise<PartnerScope> {
	const { rows } = await pool().query<{ id: string }>(
		`SELECT m.user_id AS id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = $1 AND m.role = 'partner_owner' AND u.status = 'ACTIVE' ORDER BY u.id LIMIT 1`,
		[organisationId],
	);
	const scope = rows[0] && (await openScope(rows[0].id, organisationId));
	if (!scope) throw new AppError("NOT_FOUND");
	return grant(scope, "tier-appeal.file");
}

async function file(one: Case, statement: string, now: Date): Promise<string> {
	const { runId, ruleId: criterion } = one;
	const { appealId } = must(await fileTierAppeal(await ownerOf(one), { runId, criterion, statement, now }));
	await dateTold(`tierAppeal%:${appealId}%`, now);
	return appealId;
}

async function accept(judge: PlatformScope, appealId: string, one: Case, now: Date): Promise<void> {
	const { difference } = await previewAmendment(judge, { runId: one.runId, partnerId: one.partnerId });
	const verdict = { decision: "ACCEPTED", reasonCode: "SOURCE_CORRECTED", version: 1 } as const;
	const reason = "证书原件核对无误，登记日期晚于取证日期；已按原始取证日期补登并重新执行。";
	const digest = digestOf(one.runId, difference);
	must(await decideTierAppeal(judge, { ...verdict, appealId, reason, digest, now }));
	await dateTold(`tierAppealAccepted:${appealId}%`, now);
	await dateTold(`tierDraftAmended:${one.runId}%`, now);
}

async function reject(judge: PlatformScope, appealId: string, now: Date): Promise<void> {
	const verdict = { decision: "REJECTED", reasonCode: "SOURCE_CONFIRMED", version: 1 } as const;
	const reason = "已逐日核对上报记录，没有漏报的日期；指标按公布的口径计算，结果不变。";
	must(await decideTierAppeal(judge, { ...verdict, appealId, reason, now }));
	await dateTold(`tierAppealRejected:${appealId}%`, now);
}
