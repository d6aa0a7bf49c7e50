import "server-only";
import type { PoolClient } from "pg";
import { readBenefit } from "@/lib/domains/benefits/data/benefits";
import { statusMoves } from "@/lib/domains/benefits/rules/transitions";
import type { MoveBenefit, SaveBenefit } from "@/lib/domains/benefits/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

const columns = [
	"code",
	"programme",
	"module",
	"audience",
	"delivery",
	"name_zh",
	"name_en",
	"description_zh",
	"description_en",
	"terms",
	"pool_id",
	"amount",
	"per_period",
	"period",
	"total_limit",
	"approval",
	"four_eyes_above",
	"opens_on",
	"closes_on",
	"valid_days",
	"proof_zh",
	"proof_en",
] as const;

function valuesOf(input: SaveBenefit): unknown[] {
	return [
		input.code,
		input.programme,
		input.module,
		input.audience,
		input.delivery,
		input.nameZh,
		input.nameEn,
		input.descriptionZh,
		input.descriptionEn,
		JSON.stringify(input.terms),
		input.poolId,
		input.amount,
		input.perPeriod,
		input.period,
		input.totalLimit,
		input.approval,
		input.fourEyesAbove,
		input.opensOn,
		input.closesOn,
		input.validDays,
		input.proofZh.trim(),
		input.proofEn.trim(),
	];
}

/**
 * Writes a new benefit, or a new version of one. What was applied for keeps the version it was applied under. An amount is
 * in the unit the form was filled in; a pool that counts otherwise is refused as not found.
 */
export function saveBenefit(
	scope: PlatformScope,
	input: SaveBenefit,
): Promise<Outcome<{ benefitId: string }>> {
	grant(scope, "benefit.manage");
	return inRawOutcomeTransaction<{ benefitId: string }>(async (client) => {
		if (input.poolId) {
			const { rowCount } = await client.query("SELECT FROM pools WHERE id = $1 AND unit = $2::pool_unit", [
				input.poolId,
				input.unit,
			]);
			if (rowCount === 0) throw new AppError("NOT_FOUND");
		}
		const taken = await client.query("SELECT FROM benefits WHERE code = $1 AND id <> $2", [
			input.code,
			input.id,
		]);
		if (taken.rowCount) return refuse("BENEFIT_CODE_TAKEN", { fieldErrors: { code: "BENEFIT_CODE_TAKEN" } });
		const written = input.id ? await change(client, input) : await create(client, scope, input);
		if (!written.ok) return written;
		const { benefitId } = written;
		await writeItems(client, benefitId, input.items);
		await note(client, scope, benefitId, input);
		return { ok: true, benefitId };
	});
}

async function create(
	client: PoolClient,
	scope: PlatformScope,
	input: SaveBenefit,
): Promise<Outcome<{ benefitId: string }>> {
	const benefitId = newId("bnf");
	await client.query(
		`INSERT INTO benefits (id, created_by_id, ${columns.join(", ")})
		 VALUES ($1, $2, ${columns.map((_, at) => `$${at + 3}`).join(", ")})`,
		[benefitId, scope.userId, ...valuesOf(input)],
	);
	return { ok: true, benefitId };
}

async function change(client: PoolClient, input: SaveBenefit): Promise<Outcome<{ benefitId: string }>> {
	const { rows } = await client.query<{ status: string; version: number; used: boolean; same: boolean }>(
		`SELECT status, version, audience = $2 AND delivery = $3 AND pool_id IS NOT DISTINCT FROM $4 AS same,
		        EXISTS (SELECT FROM benefit_applications a WHERE a.benefit_id = b.id) AS used
		   FROM benefits b WHERE id = $1 FOR UPDATE`,
		[input.id, input.audience, input.delivery, input.poolId],
	);
	const found = rows[0];
	if (!found) throw new AppError("NOT_FOUND");
	if (found.status === "RETIRED") return refuse("BENEFIT_RETIRED");
	if (found.version !== input.version) return refuse("BENEFIT_CHANGED");
	if (found.used && !found.same) return refuse("BENEFIT_IN_USE");
	await client.query(
		`UPDATE benefits SET version = version + 1, updated_at = now(), ${columns
			.map((name, at) => `${name} = $${at + 2}`)
			.join(", ")} WHERE id = $1`,
		[input.id, ...valuesOf(input)],
	);
	return { ok: true, benefitId: input.id };
}

/** Items that are no longer listed are withdrawn: who took them keeps them. */
async function writeItems(client: PoolClient, benefitId: string, items: SaveBenefit["items"]): Promise<void> {
	await client.query("UPDATE benefit_items SET is_active = false WHERE benefit_id = $1", [benefitId]);
	for (const [position, item] of items.entries()) {
		const { rowCount } = await client.query(
			`UPDATE benefit_items SET kind = $3, title_zh = $4, title_en = $5, url = $6, position = $7, is_active = true
			  WHERE id = $1 AND benefit_id = $2`,
			[item.id, benefitId, item.kind, item.titleZh, item.titleEn, item.url, position],
		);
		if (rowCount === 0)
			await client.query(
				`INSERT INTO benefit_items (id, benefit_id, kind, title_zh, title_en, url, position) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
				[newId("bit"), benefitId, item.kind, item.titleZh, item.titleEn, item.url, position],
			);
	}
}

async function note(
	client: PoolClient,
	scope: PlatformScope,
	benefitId: string,
	input: SaveBenefit,
): Promise<void> {
	const saved = await readBenefit(client, benefitId);
	const { unit: _unit, id: _id, version: _version, ...content } = input;
	await client.query(
		"INSERT INTO benefit_versions (benefit_id, version, content, saved_by) VALUES ($1, $2, $3, $4)",
		[
			benefitId,
			saved?.version ?? 1,
			JSON.stringify(content, (_, value) => (typeof value === "bigint" ? String(value) : value)),
			scope.userName,
		],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: input.id ? "benefit.change" : "benefit.create",
		subjectType: "benefit",
		subjectId: benefitId,
		after: { code: input.code, version: saved?.version ?? 1 },
	});
}

/** Publishes, pauses, takes up again or retires a benefit; pausing and retiring ask for a reason. */
export function moveBenefit(
	scope: PlatformScope,
	{ benefitId, to, reason }: MoveBenefit,
): Promise<Outcome<object>> {
	grant(scope, "benefit.manage");
	return inRawOutcomeTransaction<object>(async (client) => {
		const benefit = await readBenefit(client, benefitId);
		if (!benefit) throw new AppError("NOT_FOUND");
		if (!statusMoves[benefit.status].includes(to)) return refuse("BENEFIT_STATE");
		if (to !== "PUBLISHED" && reason.trim() === "")
			return refuse("REQUIRED", { fieldErrors: { reason: "REQUIRED" } });
		const { rowCount } = await client.query(
			"UPDATE benefits SET status = $3, updated_at = now() WHERE id = $1 AND status = $2",
			[benefitId, benefit.status, to],
		);
		if (rowCount !== 1) return refuse("BENEFIT_STATE");
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: `benefit.${to.toLowerCase()}`,
			subjectType: "benefit",
			subjectId: benefitId,
			before: { status: benefit.status },
			after: { status: to },
			reason: reason.trim() || undefined,
		});
		return { ok: true };
	});
}
