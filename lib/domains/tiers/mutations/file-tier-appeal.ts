import "server-only";
import type { PoolClient } from "pg";
import { findOwnAppealedReceipt, type OwnAppealedReceipt } from "@/lib/domains/tiers/data/own-tier-appeals";
import { readAppealPeriods } from "@/lib/domains/tiers/data/tier-appeals";
import { tellCompanyOfAppeal, tellJudgesOfAppeal } from "@/lib/domains/tiers/mutations/tell-of-tier-appeal";
import { findAppealable, slotOfCriterion } from "@/lib/domains/tiers/rules/appeal-criteria";
import { objectionToFiling } from "@/lib/domains/tiers/rules/appeal-window";
import type { TierAppealFiling } from "@/lib/domains/tiers/schema/appeal";
import type { ShownItem } from "@/lib/domains/tiers/types/appeals";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { adoptSlotRaw } from "@/lib/platform/files/mutations/adopt-files";
import { newId } from "@/lib/platform/id/id";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

export type TierAppealFiled = Outcome<{ appealId: string; number: string; dueOn: Day }>;

/**
 * Files an objection to one criterion of the company's own receipt: while its run is in notice, or, once final, within
 * the window of every appeal (domain.md §3.1: 15 days). One at a time per run and criterion; it is due in working days.
 * @throws AppError NOT_FOUND for a run the company has no receipt of that it was shown
 */
export async function fileTierAppeal(
	scope: PartnerScope,
	{ runId, criterion, statement, now }: TierAppealFiling & { now: Date },
): Promise<TierAppealFiled> {
	grant(scope, "tier-appeal.file");
	const today = businessDayOf(now);
	const periods = await readAppealPeriods(today);
	const dueOn = addWorkingDays(await readWorkCalendar(), today, periods.appealAnswerWorkingDays);
	return inRawTransaction(async (client): Promise<TierAppealFiled> => {
		// The run waits for its appeals: while it is held here nobody makes it final, drops it or writes it anew.
		await client.query("SELECT FROM evaluation_runs WHERE id = $1 FOR SHARE", [runId]);
		const found = await findOwnAppealedReceipt(scope, runId, client);
		if (!found) throw new AppError("NOT_FOUND");
		if (found.partnerStatus === "EXITED") return refuse("APPEAL_AFTER_EXIT");
		const objection = objectionToFiling(found.run, periods.appealWindowDays, today);
		if (objection?.reason === "APPEAL_WINDOW_CLOSED")
			return refuse(objection.reason, { params: { day: objection.day } });
		if (objection) return refuse(objection.reason);
		const item = findAppealable(found.receipt, criterion);
		if (!item) return refuse("CRITERION_UNKNOWN", { fieldErrors: { criterion: "CRITERION_UNKNOWN" } });
		const shown = { tier: found.receipt.decision.tier, item };
		return write(client, scope, found, { criterion, statement, shown, now, dueOn });
	});
}

type Filing = { criterion: string; statement: string; shown: ShownItem; now: Date; dueOn: Day };

async function write(
	client: PoolClient,
	scope: PartnerScope,
	{ run, partnerId, partnerName, receiptHash }: OwnAppealedReceipt,
	{ criterion, statement, shown, now, dueOn }: Filing,
): Promise<TierAppealFiled> {
	const { organisationId } = scope;
	// Held as an upload holds it: no file is added while the ones that stand are handed over.
	await client.query("SELECT FROM partners WHERE id = $1 FOR NO KEY UPDATE", [partnerId]);
	const [id, number] = [newId("tap"), await nextNumber(client, businessDayOf(now))];
	const { rowCount } = await client.query(
		`INSERT INTO tier_appeals (id, number, partner_id, organisation_id, run_id, criterion, receipt_hash, shown, statement,
		        filed_by_id, filed_at, due_on)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
		[
			...[id, number, partnerId, organisationId, run.id, criterion, receiptHash, JSON.stringify(shown)],
			...[statement, scope.userId, now, dueOn],
		],
	);
	if (rowCount !== 1) return refuse("APPEAL_OPEN_ALREADY");
	const slot = slotOfCriterion(criterion);
	const adoption = { purpose: "TIER_APPEAL", draftSubjectId: partnerId, slot, subjectId: id } as const;
	const files = await adoptSlotRaw(client, { ...adoption, organisationId });
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "tier-appeal.file",
		subjectType: "tier_appeal",
		subjectId: id,
		after: { number, runId: run.id, partnerId, criterion, state: "OPEN", dueOn, files },
		reason: statement,
	});
	const told = { id, number, organisationId, period: run.period };
	await tellCompanyOfAppeal(client, told, "tierAppealFiled", { dueOn });
	await tellJudgesOfAppeal(client, { ...told, runId: run.id, company: partnerName, dueOn });
	return { ok: true, appealId: id, number, dueOn };
}

async function nextNumber(client: PoolClient, today: Day): Promise<string> {
	const { rows } = await client.query<{ value: bigint }>("SELECT nextval('tier_appeal_numbers') AS value");
	return `TA-${today.slice(0, 4)}-${String(rows[0]?.value).padStart(6, "0")}`;
}
