import "server-only";
import { readForecastHead } from "@/lib/domains/programme/data/forecast";
import { readForecastTerms } from "@/lib/domains/programme/data/forecast-inputs";
import { countPeers, readOwnOutlook, readOwnStanding } from "@/lib/domains/programme/data/own-programme";
import { hasReached } from "@/lib/domains/programme/rules/bands";
import { isWithin, mergeBins, peerEdges } from "@/lib/domains/programme/rules/forecast/peers";
import { stateOfForecast } from "@/lib/domains/programme/rules/forecast/state";
import { gapTo, neededPer30Days } from "@/lib/domains/programme/rules/nearest";
import { expectedFen, paceOf } from "@/lib/domains/programme/rules/pace";
import type { Band, Pace } from "@/lib/domains/programme/types/dashboard";
import type { OwnProgramme, OwnTarget } from "@/lib/domains/programme/types/forecast-page";
import { routes } from "@/lib/platform/routes/routes";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** The partner's own target page; null before it is admitted, `terms: null` before there is anything to tell. */
export async function loadOwnProgramme(): Promise<OwnProgramme | { terms: null } | null> {
	const scope = await requireScope("partner.read-own", routes.partner.programme());
	return readOwnProgramme(scope, businessDayOf(new Date()));
}

/** Everything on the page belongs to the scope's own partner; of others only counts of five and more. */
export async function readOwnProgramme(
	scope: PartnerScope,
	today: Day,
): Promise<OwnProgramme | { terms: null } | null> {
	const terms = await readForecastTerms(today);
	if (!terms) return { terms: null };
	const [standing, head] = await Promise.all([
		readOwnStanding(scope, terms.range, terms.asOf),
		readForecastHead(scope, terms.code),
	]);
	if (!standing) return null;
	const state = stateOfForecast(head, terms, terms.asOf);
	const [outlook, counts] = await Promise.all([
		head && state !== "changed" ? readOwnOutlook(scope, head.id) : null,
		head ? countPeers(scope, head.id, peerEdges) : [],
	]);
	const pace = paceOf(terms.range, terms.asOf);
	const bins = mergeBins(counts, peerEdges);
	return {
		terms,
		standing,
		reached: terms.bands.find((band) => hasReached(standing.netFen, band)) ?? null,
		target: targetOf(standing.netFen, terms.bands, pace),
		pace,
		state,
		head,
		outlook,
		peers: {
			bins: bins.map((bin) => ({ ...bin, isOwn: isWithin(outlook?.netFen ?? standing.netFen, bin) })),
			count: counts.reduce((sum, peers) => sum + peers, 0),
		},
	};
}

function targetOf(netFen: bigint, bands: readonly Band[], pace: Pace): OwnTarget | null {
	const band = bands.findLast((one) => !hasReached(netFen, one)) ?? bands[0];
	if (!band) return null;
	const gapFen = gapTo(netFen, band);
	return {
		band,
		isReached: gapFen === 0n,
		gapFen,
		neededPer30DaysFen: neededPer30Days(gapFen, pace),
		expectedFen: expectedFen(band.thresholdFen, pace),
	};
}
