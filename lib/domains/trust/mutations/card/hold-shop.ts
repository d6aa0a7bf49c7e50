import "server-only";
import type { CardShop } from "@/lib/domains/trust/mutations/card/note-card";
import type { Tx } from "@/lib/platform/db/client";
import { AppError } from "@/lib/platform/errors/errors";

/**
 * A shop and the brand it belongs to, held until the transaction ends so that its card changes by one hand at a time.
 * @throws AppError NOT_FOUND for a shop without a brand, or of another one than `organisationId`
 */
export async function holdShop(tx: Tx, shopId: number, organisationId?: string): Promise<CardShop> {
	const [shop] = await tx.$queryRaw<CardShop[]>`
		SELECT s.id AS "shopId", b.organisation_id AS "organisationId", coalesce(s.name, s.code) AS name
		  FROM shops s JOIN brands b ON b.id = s.brand_id WHERE s.id = ${shopId} FOR NO KEY UPDATE OF s`;
	if (!shop || (organisationId !== undefined && shop.organisationId !== organisationId))
		throw new AppError("NOT_FOUND");
	return shop;
}
