import "server-only";
import { brandJob } from "@/lib/domains/playbook/constants/jobs";
import { findBrand } from "@/lib/domains/playbook/data/brands";
import { maxDaysBack } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { tellPeople } from "@/lib/domains/playbook/mutations/tell";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";

type Named = { id: number; code: string; brandId: string | null };

function refuseShops(reason: string, codes: readonly string[]): Outcome<never> {
	return refuse(reason, { params: { shops: codes.slice(0, 5).join("、") } });
}

/**
 * Makes shops, known by their codes, a brand's; answers those that were not before. One that belongs to another brand is
 * not taken from it, and of two brands that reach for one at once the second is told.
 */
export async function takeShops(
	tx: Tx,
	brandId: string,
	codes: readonly string[],
): Promise<Outcome<{ taken: string[] }>> {
	const shops = await tx.$queryRaw<Named[]>`
		SELECT id, code, brand_id AS "brandId" FROM shops WHERE code = ANY(${[...codes]}) ORDER BY id FOR NO KEY UPDATE`;
	const known = new Set(shops.map(({ code }) => code));
	const missing = codes.filter((code) => !known.has(code));
	if (missing.length > 0) return refuseShops("PLAYBOOK_SHOP_UNKNOWN", missing);
	const foreign = shops.filter((shop) => shop.brandId !== null && shop.brandId !== brandId);
	if (foreign.length > 0)
		return refuseShops(
			"PLAYBOOK_SHOP_TAKEN",
			foreign.map(({ code }) => code),
		);
	const free = shops.filter((shop) => shop.brandId === null);
	await tx.shop.updateMany({ where: { id: { in: free.map(({ id }) => id) } }, data: { brandId } });
	return { ok: true, taken: free.map(({ code }) => code) };
}

/** The brand's days are judged anew by what its shops now are. */
async function judgeAnew(tx: Tx, brandId: string, now: Date): Promise<void> {
	const since = addDays(businessDayOf(now), -maxDaysBack);
	await enqueueJob(tx, brandJob, { brandId, since }, { key: newId("key") });
}

async function tell(tx: Tx, scope: PlatformScope, brand: BrandHead, kind: string, shops: readonly string[]) {
	const params = { by: scope.userName, count: shops.length, shops: shops.slice(0, 3).join("、") };
	await tellPeople(tx, brand, { kind, key: newId("key"), params }, ({ id }) => id !== scope.userId);
}

/**
 * Connects further shops to a brand: from now on their facts are its own, and who serves them serves it.
 * @throws AppError NOT_FOUND for a brand that does not exist
 */
export function connectShops(
	scope: PlatformScope,
	{ brandId, shops, now }: { brandId: string; shops: readonly string[]; now: Date },
): Promise<Outcome<{ count: number }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ count: number }>> => {
		const brand = await findBrand(scope, brandId, tx);
		const outcome = await takeShops(tx, brandId, shops);
		if (!outcome.ok) return outcome;
		const { taken } = outcome;
		if (taken.length === 0) return refuse("PLAYBOOK_SHOP_OWN");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "brand.shops-connect",
			...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
			after: { shops: taken },
		});
		await tell(tx, scope, brand, "playbookShopsConnected", taken);
		await judgeAnew(tx, brandId, now);
		return { ok: true, count: taken.length };
	});
}

/**
 * Takes a shop that was connected by mistake from a brand; one with which something was done in the brand's name stays
 * (`shop_keeps_brand`). Who is told is who could see it. @throws AppError NOT_FOUND for a shop that is not the brand's
 */
export function releaseShop(
	scope: PlatformScope,
	{ brandId, shopId, reason, now }: { brandId: string; shopId: number; reason: string; now: Date },
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const brand = await findBrand(scope, brandId, tx);
		const [shop] = await tx.$queryRaw<{ code: string }[]>`
			SELECT code FROM shops WHERE id = ${shopId} AND brand_id = ${brandId} FOR NO KEY UPDATE`;
		if (!shop) throw new AppError("NOT_FOUND");
		const [{ kept } = { kept: true }] = await tx.$queryRaw<{ kept: boolean }[]>`
			SELECT shop_keeps_brand(${shopId}::int) AS kept`;
		if (kept) return refuse("PLAYBOOK_SHOP_IN_USE");
		await tell(tx, scope, brand, "playbookShopReleased", [shop.code]);
		await tx.shop.update({ where: { id: shopId }, data: { brandId: null } });
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "brand.shop-release",
			...{ subjectType: "brand", subjectId: brandId, organisationId: brand.organisationId },
			before: { shop: shop.code },
			after: { reason },
		});
		await judgeAnew(tx, brandId, now);
		return { ok: true };
	});
}
