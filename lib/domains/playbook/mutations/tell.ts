import "server-only";
import { listPeople } from "@/lib/domains/playbook/data/brands";
import type { BrandHead, Person } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import type { Tx } from "@/lib/platform/db/client";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

/** Where an item stands for somebody of a side; without one, the brand's checklist. */
function placeOf(side: PlaybookSide, brandId: string, itemId: string | undefined): string {
	if (itemId === undefined) {
		if (side === "BRAND") return routes.brand.playbook();
		return side === "PARTNER" ? routes.partner.brand(brandId) : routes.ops.brand(brandId);
	}
	if (side === "BRAND") return routes.brand.playbookItem(itemId);
	return side === "PARTNER"
		? routes.partner.brandItem(brandId, itemId)
		: routes.ops.brandItem(brandId, itemId);
}

type News = { kind: string; key: string; params: Record<string, string | number>; itemId?: string };

/** Notifies some of a brand's people, each with the link of their own workspace; the one who did it is left out. Answers how many learn of it now. */
export async function tellPeople(
	tx: Tx,
	brand: BrandHead,
	{ kind, key, params, itemId }: News,
	chosen: (person: Person) => boolean,
): Promise<number> {
	const people = (await listPeople(brand, tx)).filter(chosen);
	let told = 0;
	for (const side of ["BRAND", "PARTNER", "PLATFORM"] as const) {
		const ids = people.filter((person) => person.side === side).map(({ id }) => id);
		if (ids.length > 0)
			told += await notifyUsers(tx, ids, {
				...{ key: `${kind}:${key}`, kind, params: { brand: brand.name, ...params } },
				href: placeOf(side, brand.id, itemId),
			});
	}
	return told;
}
