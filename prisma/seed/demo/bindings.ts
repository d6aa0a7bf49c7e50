import { addDays, type Day, daysBetween } from "@/lib/platform/time";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import { instantOn, type Timeline } from "./timeline";
import type { BindingPlan, PartnerPlan, ShopPlan } from "./types";

type Draft = Omit<BindingPlan, "id">;

function laterOf(a: Day, b: Day): Day {
	return a > b ? a : b;
}

function trackOf(random: Random, partner: PartnerPlan): string {
	return random.chance(0.85) ? partner.primaryTrack : random.pick(partner.tracks);
}

/** The day a shop came over from another partner, if it did. */
function moveDay(random: Random, timeline: Timeline, shop: ShopPlan): Day | null {
	if (!random.chance(0.08)) return null;
	const day = addDays(timeline.today, -random.int(70, 330));
	return shop.openedOn < addDays(day, -120) ? day : null;
}

function formerPartner(
	random: Random,
	partners: readonly PartnerPlan[],
	owner: PartnerPlan,
	before: Day,
): PartnerPlan | null {
	const candidates = partners.filter(
		(partner) =>
			partner !== owner &&
			!partner.isOfAccount &&
			partner.standing === owner.standing &&
			partner.admittedOn < addDays(before, -60),
	);
	return candidates.length > 0 ? random.pick(candidates) : null;
}

function bindOwnedShop(
	random: Random,
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	shop: ShopPlan,
	position: number,
	owner: PartnerPlan,
): Draft[] {
	const start = laterOf(shop.openedOn, owner.admittedOn);
	const moved = moveDay(random, timeline, shop);
	const former = moved && moved > owner.admittedOn ? formerPartner(random, partners, owner, moved) : null;
	const from = moved && former ? moved : start;
	const left = owner.status === "EXITED" ? laterOf(addDays(from, 30), addDays(timeline.today, -64)) : null;
	const drafts: Draft[] = [
		{
			shop: position,
			partnerId: owner.id,
			trackCode: trackOf(random, owner),
			from,
			to: left,
			status: "CONFIRMED",
		},
	];
	if (moved && former) {
		// A gap of days in which nobody looked after the shop happens in half of the moves.
		const to = addDays(moved, random.chance(0.5) ? -random.int(1, 18) : 0);
		const began = laterOf(shop.openedOn, former.admittedOn);
		if (daysBetween(began, to) > 20)
			drafts.unshift({
				shop: position,
				partnerId: former.id,
				trackCode: former.primaryTrack,
				from: began,
				to,
				status: "CONFIRMED",
			});
	}
	return drafts;
}

/** A shop of nobody: some had a partner once, some are being asked by one now. */
function bindFreeShop(
	random: Random,
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	shop: ShopPlan,
	position: number,
): Draft[] {
	const partner = random.pick(partners.filter((candidate) => candidate.status === "ACTIVE"));
	const common = { shop: position, partnerId: partner.id, trackCode: partner.primaryTrack };
	const fate = random.unit();
	if (fate < 0.3) {
		const from = laterOf(shop.openedOn, partner.admittedOn);
		const to = addDays(timeline.today, -random.int(40, 260));
		return daysBetween(from, to) > 30 ? [{ ...common, from, to, status: "CONFIRMED" }] : [];
	}
	if (fate < 0.5)
		return [{ ...common, from: addDays(timeline.today, random.int(1, 20)), to: null, status: "PROPOSED" }];
	if (fate < 0.6)
		return [{ ...common, from: addDays(timeline.today, -random.int(20, 90)), to: null, status: "DECLINED" }];
	return [];
}

export function planBindings(
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	shops: readonly ShopPlan[],
): BindingPlan[] {
	const random = createRandom("bindings");
	const byId = new Map(partners.map((partner) => [partner.id, partner]));
	const account = partners.find((partner) => partner.isOfAccount);
	const drafts = shops.flatMap((shop, position) => {
		const owner = shop.ownerId ? byId.get(shop.ownerId) : undefined;
		return owner
			? bindOwnedShop(random, timeline, partners, shop, position, owner)
			: bindFreeShop(random, timeline, partners, shop, position);
	});
	const free = drafts.find((draft) => draft.status === "PROPOSED");
	return drafts.map((draft) => {
		const asked = draft === free && account;
		return {
			...draft,
			...(asked ? { partnerId: account.id, trackCode: account.primaryTrack } : {}),
			id: demoId(
				"bnd",
				instantOn(draft.from > timeline.today ? addDays(timeline.today, -2) : draft.from, 10),
				random,
			),
		};
	});
}
