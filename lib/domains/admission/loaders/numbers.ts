import "server-only";
import {
	countOpenByDay,
	listConclusions,
	listOpinionPairs,
	listStaffNames,
} from "@/lib/domains/admission/data/numbers";
import { listTracks } from "@/lib/domains/admission/data/standards";
import {
	agreeByMonth,
	agreeByReviewer,
} from "@/lib/domains/admission/rules/agreement-statistics-by-reviewer";
import {
	type Conclusion,
	countAges,
	summariseConclusions,
} from "@/lib/domains/admission/rules/decision-times";
import {
	daysOfPeriod,
	monthsOf,
	parseNumbersPeriod,
} from "@/lib/domains/admission/rules/decision-times-period";
import type { AdmissionNumbers, NamedNumbers } from "@/lib/domains/admission/rules/decision-times-report";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, monthOf, shiftMonth } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

type Key = (conclusion: Conclusion) => string | null;

function summariseBy(calendar: WorkCalendar, conclusions: readonly Conclusion[], key: Key): NamedNumbers[] {
	const groups = Map.groupBy(conclusions, key);
	return [...groups].flatMap(([id, group]) =>
		id === null ? [] : [{ id, numbers: summariseConclusions(calendar, group) }],
	);
}

/** The lead's numbers of a period. Who did what is for leads, auditors and administrators; a reviewer sees their own. */
export async function loadNumbers(
	params: Record<string, string | string[] | undefined>,
): Promise<AdmissionNumbers> {
	const scope = await requireScope("application.read", routes.ops.applicationNumbers());
	const today = businessDayOf(new Date());
	const period = parseNumbersPeriod(params.period);
	const days = daysOfPeriod(period, today);
	const months = monthsOf(days);
	const lookBack = { from: `${shiftMonth(months[0] ?? monthOf(today), -2)}-01`, to: days.to };
	const [calendar, tracks, conclusions, open, pairs] = await Promise.all([
		readWorkCalendar(),
		listTracks(),
		listConclusions(scope, days),
		countOpenByDay(scope),
		listOpinionPairs(scope, lookBack),
	]);
	const showsEverybody = scope.role !== "ops_reviewer";
	const isShown = (id: string | null) => id === null || showsEverybody || id === scope.userId;
	const byReviewer = summariseBy(calendar, conclusions, (one) => one.reviewerId).filter(({ id }) =>
		isShown(id),
	);
	const inPeriod = pairs.filter(({ month }) => month >= monthOf(days.from));
	const agreement = agreeByReviewer(inPeriod).filter(({ reviewerId }) => isShown(reviewerId));
	const reviewerIds = agreement.flatMap(({ reviewerId }) => reviewerId ?? []);
	return {
		period,
		days,
		today,
		tracks,
		overall: summariseConclusions(calendar, conclusions),
		byTrack: summariseBy(calendar, conclusions, (one) => one.track),
		byReviewer: byReviewer.sort((a, b) => b.numbers.concluded - a.numbers.concluded),
		byMonth: months.map((month) => ({
			month,
			numbers: summariseConclusions(
				calendar,
				conclusions.filter((one) => monthOf(businessDayOf(one.concludedAt)) === month),
			),
		})),
		ages: countAges(calendar, open, today),
		agreement,
		agreementByMonth: agreeByMonth(pairs, months, reviewerIds),
		names: await listStaffNames(scope, [...new Set([...byReviewer.map(({ id }) => id), ...reviewerIds])]),
		showsEverybody,
	};
}
