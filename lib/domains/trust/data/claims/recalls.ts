import "server-only";
import { rehearseRecall, termsOf } from "@/lib/domains/trust/data/claims/rehearse-recall";
import type { RecallLineRow, RecallRow } from "@/lib/domains/trust/types/claim-views";
import { db } from "@/lib/platform/db/client";
import type { Shop, TrustRecall } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";

const recallsShown = 100;
/** Lines of a dry run that its page shows. */
export const recallLinesShown = 200;

function toRow(recall: TrustRecall & { shop: Pick<Shop, "code" | "name"> }): RecallRow {
	const { id, number, productId, guarantee, state, lines, leftOut, granted, amountFen, note } = recall;
	return {
		...{ id, number, productId, guarantee, state, lines, leftOut, granted, amountFen, note },
		shopName: recall.shop.name ?? recall.shop.code,
		fromDay: recall.fromDay.toISOString().slice(0, 10),
		toDay: recall.toDay.toISOString().slice(0, 10),
		createdByName: recall.createdByName,
		createdAt: recall.createdAt,
	};
}

const withShop = { shop: { select: { code: true, name: true } } } as const;

export async function listRecalls(_scope: PlatformScope): Promise<RecallRow[]> {
	const rows = await db().trustRecall.findMany({
		...{
			orderBy: [{ createdAt: "desc" as const }, { id: "desc" as const }],
			take: recallsShown,
			include: withShop,
		},
	});
	return rows.map(toRow);
}

/** A recall, the deposit it draws on, and its first lines as a grant at this moment would judge them. @throws AppError NOT_FOUND */
export async function findRecall(_scope: PlatformScope, id: string, now: Date) {
	const recall = await db().trustRecall.findUnique({ where: { id }, include: withShop });
	if (!recall) throw new AppError("NOT_FOUND");
	const account = await db().trustAccount.findUnique({ where: { shopId: recall.shopId } });
	const sample =
		recall.state === "PREVIEWED"
			? (await rehearseRecall(db(), termsOf(recall), now, recallLinesShown)).lines
			: [];
	const lines: RecallLineRow[] = sample.map(({ eventId, lineNo, paidAt, paidFen, amountFen, reason }) => ({
		...{ eventId, lineNo, paidAt, paidFen, amountFen, reason },
	}));
	return { recall: toRow(recall), depositFen: account?.balanceFen ?? 0n, lines };
}
export type RecallPage = { recall: RecallRow; depositFen: bigint; lines: RecallLineRow[] };

/** Shops that may hold a card, for the form. */
export async function listTrustShops(_scope: PlatformScope): Promise<{ id: number; name: string }[]> {
	const shops = await db().shop.findMany({
		where: { brandId: { not: null } },
		orderBy: [{ name: "asc" }, { id: "asc" }],
		select: { id: true, name: true, code: true },
	});
	return shops.map(({ id, name, code }) => ({ id, name: name ? `${name} · ${code}` : code }));
}
