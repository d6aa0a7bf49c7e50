import "server-only";
import type { CardEventKind } from "@/lib/domains/trust/types/card";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { notifyOrganisation, notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

export type CardShop = { readonly shopId: number; readonly organisationId: string; readonly name: string };

type News = {
	readonly kind: CardEventKind;
	readonly guarantee: Guarantee;
	readonly at: Date;
	readonly values?: Readonly<Record<string, string | number>>;
	readonly note?: string;
};

/** Writes a line of the card's timeline and the audit row of the same change. */
export async function noteCard(tx: Tx, shop: CardShop, actor: Actor, news: News): Promise<void> {
	const { shopId, organisationId } = shop;
	const { kind, guarantee, at, values = {}, note } = news;
	await tx.trustCardEvent.create({
		data: {
			...{ shopId, organisationId, guarantee, kind, at, values, note },
			...{ actorUserId: actor.userId, actorLabel: actor.label },
		},
	});
	await recordAudit(tx, {
		...{ actor, action: `trust-card.${kind.toLowerCase().replaceAll("_", "-")}`, subjectType: "trust_card" },
		...{
			subjectId: String(shopId),
			organisationId,
			after: { guarantee, ...values },
			...(note && { reason: note }),
		},
	});
}

/** Tells the people of the shop's brand. */
export function tellBrand(
	tx: Tx,
	shop: CardShop,
	kind: string,
	key: string,
	guarantee: Guarantee,
): Promise<void> {
	return notifyOrganisation(tx, shop.organisationId, {
		...{ kind, key: `${kind}:${key}`, params: { shop: shop.name, guarantee } },
		href: routes.brand.trustCard(shop.shopId),
	});
}

/** Tells those of operations who may answer, but for one. */
export async function tellOperations(
	tx: Tx,
	shop: CardShop,
	kind: string,
	key: string,
	guarantee: Guarantee,
	but: string,
): Promise<void> {
	const people = await tx.membership.findMany({
		where: { role: { in: ["ops_reviewer", "ops_lead"] }, user: { status: "ACTIVE" }, userId: { not: but } },
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		people.map(({ userId }) => userId),
		{
			...{ kind, key: `${kind}:${key}`, params: { shop: shop.name, guarantee } },
			href: routes.ops.trustCard(shop.shopId),
		},
	);
}
