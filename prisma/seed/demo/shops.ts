import { addDays, type Day } from "@/lib/platform/time";
import { type Category, categories } from "./brand-names";
import { cities } from "./geography";
import { createRandom, type Random } from "./random";
import { createShopNames } from "./shop-names";
import type { Timeline } from "./timeline";
import {
	type BrandPlan,
	type ChannelPlan,
	type PartnerPlan,
	type ShopPlan,
	type Standing,
	saleChannels,
} from "./types";

const shopsOf: Record<Standing, readonly [number, number]> = {
	champion: [6, 10],
	giant: [5, 9],
	"near-billion": [4, 7],
	large: [2, 5],
	"near-hundred-million": [2, 4],
	medium: [1, 4],
	small: [1, 2],
};
const channelsOf: Record<Standing, readonly [number, number]> = {
	champion: [3, 5],
	giant: [3, 5],
	"near-billion": [3, 4],
	large: [2, 3],
	"near-hundred-million": [2, 3],
	medium: [1, 3],
	small: [1, 2],
};
/** How often a shop of a partner in the track sells under a brand. */
const brandShare: Record<string, number> = {
	brand_operation: 0.8,
	industry_belt: 0.2,
	supply_chain: 0.4,
	streamer_agency: 0.3,
	training: 0.25,
};
const SHOPS_OF_NOBODY = 46;

/** A shop begins with streamers' sales and moves towards its own rooms and its own followers (domain.md §3.7). */
function planChannels(random: Random, count: number): ChannelPlan[] {
	const early = { distribution: 5, public: 2.2, self_live: 2.2, private: 1.2, other: 0.35 };
	const late = { distribution: 3.4, public: 2.4, self_live: 3.6, private: 2.2, other: 0.35 };
	const preferred = random
		.shuffle(saleChannels)
		.sort((a, b) => early[b] + late[b] - early[a] - late[a] + 4 * random.normal());
	const chosen = new Set(preferred.slice(0, count));
	const ordered = saleChannels.filter((channel) => chosen.has(channel));
	const first = ordered.map((channel) => early[channel] * random.between(0.6, 1.5));
	const last = ordered.map((channel) => late[channel] * random.between(0.6, 1.5));
	const total = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0);
	return ordered.map((channel, index) => ({
		channel,
		first: (first[index] ?? 0) / total(first),
		last: (last[index] ?? 0) / total(last),
	}));
}

function earlierOf(a: Day, b: Day): Day {
	return a < b ? a : b;
}

function planOpening(random: Random, timeline: Timeline, admittedOn: Day | null): Day {
	const firstDay = timeline.days[0] ?? timeline.today;
	if (random.chance(0.62)) return addDays(firstDay, -random.int(1, 700));
	const earliest = admittedOn && admittedOn > firstDay ? admittedOn : firstDay;
	const span = Math.max(20, timeline.days.length - 100);
	const day = addDays(earliest, random.int(0, span));
	const latest = addDays(timeline.today, -20);
	return earlierOf(day, latest);
}

type Context = {
	random: Random;
	brands: readonly BrandPlan[];
	name: ReturnType<typeof createShopNames>;
};

function planShop(
	{ random, brands, name }: Context,
	category: Category,
	partner: PartnerPlan | null,
): Omit<ShopPlan, "code" | "weight" | "openedOn"> {
	const fits = brands.filter((brand) => brand.category === category);
	const branded = random.chance(partner ? (brandShare[partner.primaryTrack] ?? 0) : 0.2);
	const brand = branded && fits.length > 0 ? random.pick(fits) : null;
	const [fewest, most] = channelsOf[partner?.standing ?? "small"];
	const home = random.chance(0.7) && partner ? partner.city : random.pick(cities);
	return {
		name: name(category, brand, partner),
		region: home.province,
		category,
		brandId: brand?.id ?? null,
		ownerId: partner?.id ?? null,
		monthlyGrowth: (partner?.monthlyGrowth ?? random.between(-0.02, 0.05)) + 0.015 * random.normal(),
		peakiness: random.between(0.55, 1.15),
		channels: planChannels(random, random.int(fewest, most)),
		density: partner && partner.standing !== "small" ? random.between(0.93, 1) : random.between(0.45, 0.95),
	};
}

/** Every partner's shops, then those of nobody. */
export function planShops(
	timeline: Timeline,
	partners: readonly PartnerPlan[],
	brands: readonly BrandPlan[],
): ShopPlan[] {
	const random = createRandom("shops");
	const context: Context = { random, brands, name: createShopNames(random) };
	const shops: ShopPlan[] = [];
	const nextCode = () => `DS${String(10_200_301 + shops.length * 37)}`;
	for (const partner of partners) {
		const [fewest, most] = shopsOf[partner.standing];
		const favourites = random.shuffle(categories).slice(0, random.int(1, 3));
		const count = partner.isOfAccount ? 6 : random.int(fewest, most);
		for (let position = 0; position < count; position++) {
			shops.push({
				...planShop(context, random.pick(favourites), partner),
				code: nextCode(),
				// The first shop has been there all along, so that no partner's year rests on a newcomer.
				openedOn:
					position === 0
						? addDays(timeline.days[0] ?? timeline.today, -random.int(30, 900))
						: planOpening(random, timeline, partner.admittedOn),
				weight: (position === 0 ? 1.6 : 1) * Math.exp(0.6 * random.normal()),
			});
		}
	}
	for (let position = 0; position < SHOPS_OF_NOBODY; position++) {
		shops.push({
			...planShop(context, random.pick(categories), null),
			code: nextCode(),
			openedOn: planOpening(random, timeline, null),
			weight: 900 * Math.exp(2.2 * random.unit() + 1.1 * random.normal()) * 12,
		});
	}
	return shops;
}
