import { addDays, addMonths, type Day } from "@/lib/platform/time";
import type { DefaultTrack } from "../tracks";
import { type City, cities } from "./geography";
import { companyName, houseNames, type TradeKind } from "./names";
import { personName, phoneNumber } from "./people";
import type { Random } from "./random";
import { fictionalUscc } from "./uscc";

export const tradeOfTrack: Record<DefaultTrack, TradeKind> = {
	brand_operation: "brand",
	industry_belt: "belt",
	supply_chain: "supply",
	streamer_agency: "agency",
	training: "training",
};

export type CompanyPlan = {
	readonly name: string;
	readonly house: string;
	readonly city: City;
	readonly uscc: string;
	readonly legalRepresentative: string;
	readonly contactName: string;
	readonly contactPhone: string;
	readonly foundedOn: Day;
	readonly registeredCapitalCny: number;
	readonly staffCount: number;
};

const capitals = [
	[1_000_000, 1_200_000, 1_500_000, 2_000_000, 3_000_000],
	[2_000_000, 3_000_000, 5_000_000, 8_000_000],
	[5_000_000, 10_000_000, 12_000_000, 20_000_000],
	[30_000_000, 50_000_000, 60_000_000, 100_000_000],
] as const;
const staff = [
	[10, 28],
	[22, 70],
	[60, 220],
	[180, 900],
] as const;

export type CompanyFactory = (track: DefaultTrack, size: 0 | 1 | 2 | 3, before: Day) => CompanyPlan;

/** Makes companies that never share a name, a house word or a USCC. `size` goes from 0 (tiny) to 3 (group). */
export function createCompanies(random: Random): CompanyFactory {
	const houses = houseNames(random);
	const usccs = new Set<string>();
	const weightedCities = cities.map((city) => [city, city.weight] as const);
	const freshUscc = (city: City): string => {
		const uscc = fictionalUscc(random, city);
		if (usccs.has(uscc)) return freshUscc(city);
		usccs.add(uscc);
		return uscc;
	};
	let made = 0;
	return (track, size, before) => {
		// Every sixth company takes the next city in turn, so that no province is left out by chance.
		const turn = made++;
		const city =
			turn % 6 === 5
				? (cities[Math.floor(turn / 6) % cities.length] as City)
				: random.weighted(weightedCities);
		const house = houses.pop();
		if (!house) throw new Error("HOUSE_NAMES_USED_UP");
		const [fewest, most] = staff[size];
		return {
			name: companyName(random, city.name, house, tradeOfTrack[track], size),
			house,
			city,
			uscc: freshUscc(city),
			legalRepresentative: personName(random),
			contactName: personName(random),
			contactPhone: phoneNumber(random),
			foundedOn: addDays(addMonths(before, -random.int(13, 30 + size * 40)), random.int(-14, 14)),
			registeredCapitalCny: random.pick(capitals[size]),
			staffCount: random.int(fewest, most),
		};
	};
}
