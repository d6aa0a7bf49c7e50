import "server-only";
import { readBacktest, readForecastHead, readLikely } from "@/lib/domains/programme/data/forecast";
import { overviewOf, readWorld } from "@/lib/domains/programme/data/world";
import { stateOfForecast, wholeDay } from "@/lib/domains/programme/rules/forecast/state";
import { gapTo, neededPer30Days } from "@/lib/domains/programme/rules/nearest";
import { paceOf } from "@/lib/domains/programme/rules/pace";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import type { BandOutlook, ForecastHead } from "@/lib/domains/programme/types/forecast";
import type { ForecastPage, LikelyList } from "@/lib/domains/programme/types/forecast-page";
import { reportReader } from "@/lib/platform/db/reports";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

const LIKELY = 15;

/** The stored forecast in words and figures; nothing is simulated here. Null without a programme. */
export async function loadForecast(): Promise<ForecastPage | null> {
	const scope = await requireScope("programme.read", routes.ops.programmeForecast());
	const reports = reportReader();
	const today = businessDayOf(new Date());
	const world = await readWorld(reports, scope, today);
	if (!world) return null;
	const { terms } = world;
	const [head, backtest] = await Promise.all([
		readForecastHead(scope, terms.code),
		readBacktest(scope, terms.code),
	]);
	const knownThrough = wholeDay(world.asOf, today);
	const state = stateOfForecast(head, terms, knownThrough);
	const outlooks = state === "changed" ? [] : outlooksOf(head, terms.bands);
	const lists = outlooks.length > 0 && head ? terms.bands : [];
	const likely = await Promise.all(
		lists.map(async (band): Promise<LikelyList> => {
			const line = { code: band.code, smallestFen: band.thresholdFen + (band.inclusive ? 0n : 1n) };
			const partners = await readLikely(scope, head?.id ?? "", line, LIKELY);
			const pace = paceOf(terms.range, head?.asOf ?? today);
			return {
				band,
				partners: partners.map((one) => {
					const gapFen = gapTo(one.netFen, band);
					return {
						...one,
						probability: one.reach[band.code] ?? 0,
						gapFen,
						neededPer30DaysFen: neededPer30Days(gapFen, pace),
					};
				}),
			};
		}),
	);
	const isOver = head !== null && addDays(head.asOf, 1) >= terms.range.to;
	const { history } = overviewOf(world);
	return { world, state, head, outlooks, history, isOver, likely, backtest, knownThrough };
}

export function outlooksOf(head: ForecastHead | null, bands: readonly Band[]): BandOutlook[] {
	return bands.flatMap((band) => {
		const forecast = head?.result.bands.find(({ code }) => code === band.code);
		return forecast ? [{ band, forecast }] : [];
	});
}
