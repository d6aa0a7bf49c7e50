import type { OpenClaim } from "@/lib/domains/trust/schema/claims";
import { claimFactsSchema } from "@/lib/domains/trust/schema/claims";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { importText, type OrderValues, orderFile, orderLine } from "@/tests/factories/gmv";
import { createMember } from "@/tests/factories/identity";

export const trustSource = "trust-orders";

/** A brand with its manager and one shop. */
export async function createTrustShop() {
	const { scope, organisation } = await createMember({ role: "brand_manager" });
	const code = newId("shop");
	const brand = await db().brand.create({
		data: {
			...{
				id: newId("brd"),
				organisationId: organisation.id,
				name: "听风",
				kind: "NEW_CONSUMPTION",
				category: "茶饮",
			},
		},
	});
	const shop = await db().shop.create({
		data: { code, name: "听风旗舰店", category: "茶饮", brandId: brand.id },
	});
	return { scope, organisationId: organisation.id, brandId: brand.id, shopId: shop.id, code };
}
export type TrustShop = Awaited<ReturnType<typeof createTrustShop>>;

/** The shop holds a guarantee from a moment on. */
export async function hold(
	{ shopId, organisationId, scope }: TrustShop,
	guarantee: Guarantee,
	heldFrom = new Date("2026-09-01T00:00:00+08:00"),
	heldTo: Date | null = null,
) {
	const isRefund = guarantee === "REFUND_WITHOUT_RETURN";
	await db().trustHolding.create({
		data: {
			...{ id: newId("thd"), shopId, organisationId, guarantee, heldFrom, heldTo, termsVersion: 1 },
			...{ consentById: scope.userId, consentByName: scope.userName },
			...(isRefund && { orderCeilingFen: 20_000n, buyerCeilingFen: 30_000n }),
		},
	});
	const event = { shopId, organisationId, guarantee, actorUserId: scope.userId, actorLabel: scope.userName };
	await db().trustCardEvent.create({ data: { ...event, kind: "OPTED_IN", at: heldFrom } });
	if (heldTo) await db().trustCardEvent.create({ data: { ...event, kind: "OPTED_OUT", at: heldTo } });
}

/** Order lines of the shop as its feed tells them. */
export async function sell(shop: TrustShop, lines: readonly OrderValues[]) {
	const outcome = await importText(
		orderFile(lines.map((line) => orderLine({ ...line, shop: shop.code }))),
		trustSource,
	);
	if (!outcome.ok || outcome.rejected > 0) throw new Error(JSON.stringify(outcome));
}

/** A claim on the first line of an order; a seven-day return without a reason unless told otherwise. */
export function claimOn(
	eventId: string,
	over: Partial<Omit<OpenClaim, "facts">> & { facts?: Record<string, unknown> } = {},
): OpenClaim {
	return {
		...{ key: newId("key"), source: trustSource, eventId, lineNo: 1, guarantee: "SEVEN_DAY_RETURN" },
		...{ reason: "NO_REASON", statement: "不想要了" },
		...over,
		facts: claimFactsSchema.parse(over.facts ?? {}),
	};
}
