import "server-only";
import type { PoolClient } from "pg";
import { lastDay } from "@/lib/domains/benefits/rules/periods";
import type { ApplyForBenefit } from "@/lib/domains/benefits/schema";
import type { ApplicationState } from "@/lib/domains/benefits/types";
import { grantFromPool, reserveFromPool } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { grant, type Scope } from "@/lib/platform/session/scope";
import { type Judged, judgeInside } from "./judge";
import { tellApplicant, tellDeciders } from "./tell";

export type Applied = { applicationId: string; state: ApplicationState; isReplay: boolean };

/**
 * Asks for a benefit. By policy it is granted at once, in the same transaction as the ledger's movement; otherwise the
 * amount is set aside until people have decided. The same key sent again is told the same.
 * Refusals: NOT_ELIGIBLE, POOL_EXHAUSTED, BENEFIT_KEY_CONFLICT, PARTNER_FROZEN
 * @throws AppError NOT_FOUND for a benefit that is not offered to this workspace
 */
export function applyForBenefit(scope: Scope, input: ApplyForBenefit): Promise<Outcome<Applied>> {
	grant(scope, "benefit.own");
	if (scope.workspace === "platform") throw new AppError("FORBIDDEN");
	const applicant = { workspace: scope.workspace, organisationId: scope.organisationId };
	return inRawOutcomeTransaction<Applied>(async (client) => {
		const judged = await judgeInside(client, input.benefitId, applicant);
		const earlier = await findEarlier(client, scope.organisationId, input.key);
		if (earlier)
			return earlier.benefitId === input.benefitId ? earlier.answer : refuse("BENEFIT_KEY_CONFLICT");
		const { benefit, eligibility } = judged;
		if (benefit.delivery === "ITEMS") throw new AppError("NOT_FOUND");
		const streamer = input.streamer.trim();
		if (benefit.audience === "STREAMER" && streamer === "")
			return refuse("REQUIRED", { fieldErrors: { streamer: "REQUIRED" } });
		const missing = eligibility.conditions.filter(({ holds }) => !holds);
		if (missing.length > 0)
			return refuse(missing.every(({ code }) => code === "POOL") ? "POOL_EXHAUSTED" : "NOT_ELIGIBLE");
		return write(client, scope, judged, { ...input, streamer });
	});
}

async function findEarlier(client: PoolClient, organisationId: string, key: string) {
	const { rows } = await client.query<{ id: string; benefitId: string; state: ApplicationState }>(
		`SELECT id, benefit_id AS "benefitId", state FROM benefit_applications WHERE organisation_id = $1 AND key = $2`,
		[organisationId, key],
	);
	const row = rows[0];
	if (!row) return null;
	const answer = { ok: true as const, applicationId: row.id, state: row.state, isReplay: true };
	return { benefitId: row.benefitId, answer };
}

async function write(
	client: PoolClient,
	scope: Scope,
	{ benefit, holder, eligibility, today }: Judged,
	{ streamer, statement, key }: ApplyForBenefit,
): Promise<Outcome<Applied>> {
	const id = newId("bap");
	const isAuto = benefit.approval === "AUTO";
	const expiresOn = isAuto ? lastDay(today, benefit.validDays) : null;
	const state: ApplicationState = isAuto ? "GRANTED" : "APPLIED";
	let grantId: string | null = null;
	if (benefit.delivery === "GRANT") {
		if (!benefit.poolId || benefit.amount === null || !holder.partnerId) return refuse("NOT_ELIGIBLE");
		const purpose = [
			bothNames({ zh: benefit.nameZh, en: benefit.nameEn }),
			holder.kind === "BRAND" ? holder.name : streamer,
		]
			.filter(Boolean)
			.join(" – ");
		const moved = await (isAuto ? grantFromPool : reserveFromPool)(client, {
			poolId: benefit.poolId,
			partnerId: holder.partnerId,
			amount: benefit.amount,
			benefitCode: benefit.code,
			purpose,
			expiresOn,
			key: `benefit:${id}`,
			actor: actorOf(scope),
			reason: purpose,
		});
		if (!moved.ok) return refuse(moved.reason);
		grantId = moved.grantId;
	}
	await client.query(
		`INSERT INTO benefit_applications (id, benefit_id, benefit_version, organisation_id, partner_id, streamer, statement, amount,
		                                   state, key, eligibility, grant_id, granted_on, expires_on, decided_at, created_by_id, created_at, updated_at)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, CASE WHEN $15 THEN pool_now() END, $16, pool_now(), pool_now())`,
		[
			id,
			benefit.id,
			benefit.version,
			scope.organisationId,
			holder.partnerId,
			streamer || null,
			statement,
			benefit.amount ?? 0n,
			state,
			key,
			JSON.stringify(eligibility),
			grantId,
			isAuto ? today : null,
			expiresOn,
			isAuto,
			scope.userId,
		],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: isAuto ? "benefit-application.grant-by-policy" : "benefit-application.apply",
		subjectType: "benefit_application",
		subjectId: id,
		after: { state, benefit: benefit.code, version: benefit.version, amount: String(benefit.amount ?? 0n) },
	});
	const told = {
		id,
		nameZh: benefit.nameZh,
		nameEn: benefit.nameEn,
		organisationId: scope.organisationId,
		organisationKind: holder.kind,
		organisationName: holder.name,
	};
	if (isAuto) await tellApplicant(client, told, "benefitGranted");
	else await tellDeciders(client, told, "benefitApplied", null);
	return { ok: true, applicationId: id, state, isReplay: false };
}
