import "server-only";
import type { PoolClient } from "pg";
import { findFundPool } from "@/lib/domains/fund/data/board";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { listFundLeads, tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import type { ApplyForFund } from "@/lib/domains/fund/schema";
import { readPoolDay } from "@/lib/domains/pools/data/pools";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { adoptSlotRaw } from "@/lib/platform/files/mutations/adopt-files";
import { newId } from "@/lib/platform/id/id";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";

type Applied = Outcome<{ applicationId: string; number: string }>;
type Applicant = { id: string; name: string; status: string; isFrozen: boolean; now: Date };

/**
 * A partner's owner asks the fund for money; what was attached while it was being written is handed over with it. One at a
 * time per partner (FUND_OPEN_ALREADY), none of a partner that has left or is frozen, and none while there is no fund.
 */
export async function applyForFund(scope: PartnerScope, input: ApplyForFund): Promise<Applied> {
	grant(scope, "fund.apply");
	const policy = await readFundPolicy(await readPoolDay());
	const fund = await findFundPool(policy.document.poolCode);
	if (!fund) return refuse("FUND_NOT_OPEN");
	if (input.asked > fund.total)
		return refuse("ASKED_ABOVE_FUND", { fieldErrors: { asked: "ASKED_ABOVE_FUND" } });
	return inRawOutcomeTransaction<{ applicationId: string; number: string }>(async (client) => {
		// Held as an upload holds it: no file is added while the ones that stand are handed over.
		const { rows } = await client.query<Applicant>(
			`SELECT id, name, status, coalesce(benefits_frozen_from <= shanghai_day(pool_now()), false) AS "isFrozen",
			        pool_now() AS now
			   FROM partners WHERE organisation_id = $1 ORDER BY status = 'EXITED', admitted_on DESC LIMIT 1 FOR NO KEY UPDATE`,
			[scope.organisationId],
		);
		const [partner] = rows;
		if (!partner) throw new AppError("NOT_FOUND");
		if (partner.status === "EXITED" || partner.isFrozen) return refuse("FUND_PARTNER_FROZEN");
		return write(client, scope, partner, { ...input, poolId: fund.id });
	});
}

async function write(
	client: PoolClient,
	scope: PartnerScope,
	partner: Applicant,
	{ title, story, useOfFunds, asked, poolId }: ApplyForFund & { poolId: string },
): Promise<Applied> {
	const { organisationId } = scope;
	const id = newId("fap");
	const inserted = await client.query<{ number: string }>(
		`INSERT INTO fund_applications (id, number, partner_id, organisation_id, pool_id, title, story, use_of_funds, asked_fen,
		        stage_since, applied_by_id, applied_at)
		 VALUES ($1, 'FD-' || to_char(shanghai_day($9), 'YYYY') || '-' || lpad(nextval('fund_numbers')::text, 6, '0'),
		         $2, $3, $4, $5, $6, $7, $8, $9, $10, $9) ON CONFLICT DO NOTHING RETURNING number`,
		[id, partner.id, organisationId, poolId, title, story, useOfFunds, asked, partner.now, scope.userId],
	);
	const number = inserted.rows[0]?.number;
	if (!number) return refuse("FUND_OPEN_ALREADY");
	const actor = actorOf(scope);
	await client.query(
		`INSERT INTO fund_events (application_id, to_stage, actor_user_id, actor_label, at, is_shared)
		 VALUES ($1, 'APPLIED', $2, $3, $4, true)`,
		[id, actor.userId, actor.label, partner.now],
	);
	const files = await adoptSlotRaw(client, {
		purpose: "FUND",
		draftSubjectId: partner.id,
		slot: "",
		subjectId: id,
		organisationId,
	});
	await recordAuditRaw(client, {
		actor,
		action: "fund.apply",
		subjectType: "fund_application",
		subjectId: id,
		after: { number, stage: "APPLIED", title, askedFen: asked.toString(), files },
	});
	const told = { id, number, title, organisationId, partnerName: partner.name, version: 1 };
	await tellFundStaff(client, told, "fundApplied", await listFundLeads(client, organisationId));
	return { ok: true, applicationId: id, number };
}
