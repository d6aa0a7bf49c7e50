import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { firstAssumptions, stressControls } from "@/lib/domains/trust/constants/stress";
import { findCard, listCards } from "@/lib/domains/trust/data/card/cards";
import { readOrderFigures } from "@/lib/domains/trust/data/card/order-figures";
import { findPublicCard } from "@/lib/domains/trust/data/card/public-card";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import { orNotFound } from "@/lib/domains/trust/loaders/or-not-found";
import { cardListSchema } from "@/lib/domains/trust/schema/card";
import type { StressAssumptions } from "@/lib/domains/trust/types/stress";
import { can } from "@/lib/platform/access/permissions";
import { readEnv } from "@/lib/platform/env/env";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;
const shopIdText = z.coerce.number().int().positive().max(2_147_483_647);

function readShopId(text: string): number {
	const parsed = shopIdText.safeParse(text);
	if (!parsed.success) notFound();
	return parsed.data;
}

/** The cards of the brand's own shops. */
export async function loadBrandCards(query: Query) {
	const scope = await requireScope("trust-card.own", routes.brand.trustCards());
	const filter = cardListSchema.parse(query);
	return { filter, ...(await listCards(scope, filter)) };
}

/** One of the brand's own cards, with what its ceilings may be and where the badge stands. Not found where it is not theirs. */
export async function loadBrandCard(shopText: string) {
	const shopId = readShopId(shopText);
	const scope = await requireScope("trust-card.own", routes.brand.trustCard(shopId));
	const now = new Date();
	const [card, policy] = await Promise.all([
		orNotFound(findCard(scope, shopId, now)),
		readGuaranteePolicy("REFUND_WITHOUT_RETURN", businessDayOf(now)),
	]);
	const { orderCeilingLeastFen, orderCeilingMostFen, buyerCeilingMostFen } = policy.document;
	return {
		card,
		ceilings: { orderCeilingLeastFen, orderCeilingMostFen, buyerCeilingMostFen },
		portalUrl: readEnv().PORTAL_URL,
	};
}

/**
 * What the stress test begins with for one of the brand's shops: its deposit, its ceiling and the worth of its orders, where
 * known and within what the controls reach; null without a shop in the address.
 */
export async function loadShopStress(shopText: string | string[] | undefined) {
	if (typeof shopText !== "string") return null;
	const shopId = readShopId(shopText);
	const scope = await requireScope("trust-card.own", routes.brand.trustStress(shopId));
	const now = new Date();
	const [card, orders] = await Promise.all([
		orNotFound(findCard(scope, shopId, now)),
		readOrderFigures(shopId, businessDayOf(now)),
	]);
	const ceiling = card.lines.find(({ orderCeilingFen }) => orderCeilingFen !== null)?.orderCeilingFen;
	const known = {
		depositFen: Number(card.depositFen),
		...(ceiling && { orderCeilingFen: Number(ceiling) }),
		...(orders && { meanOrderFen: orders.meanOrderFen }),
	};
	return {
		shop: card.shopName ?? card.shopCode,
		orders: orders?.orders ?? 0,
		assumptions: withinControls({ ...firstAssumptions, ...known }),
	};
}

function withinControls(one: StressAssumptions): StressAssumptions {
	const within = stressControls.map(({ code, min, max }) => [code, Math.min(max, Math.max(min, one[code]))]);
	return { ...one, ...Object.fromEntries(within) };
}

export async function loadCards(query: Query) {
	const scope = await requireScope("trust-card.read", routes.ops.trustCards());
	const filter = cardListSchema.parse(query);
	return { filter, ...(await listCards(scope, filter)) };
}

export async function loadCard(shopText: string) {
	const shopId = readShopId(shopText);
	const scope = await requireScope("trust-card.read", routes.ops.trustCard(shopId));
	return {
		card: await orNotFound(findCard(scope, shopId, new Date())),
		canSuspend: can(scope.role, "trust-card.suspend"),
	};
}

/** What anybody may see of a shop's card; null for a shop nobody knows. */
export function loadPublicCard(code: string) {
	return findPublicCard(code, new Date());
}
