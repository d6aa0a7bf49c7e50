import {
	type ForceMetric,
	findMetricFault,
	forceMetrics,
	type MetricKey,
} from "@/lib/domains/forces/rules/month-metrics";
import { maxBigCount, maxRevision, maxText } from "@/lib/domains/gmv/constants";
import { checkWidth, type FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import {
	checkText,
	monthOfDayNumber,
	type Parsed,
	parseFeedFen,
	parseFeedInteger,
	parseFeedMonth,
} from "@/lib/domains/gmv/rules/parse-fields";
import type {
	ForceMonthRow,
	Layout,
	LineCheck,
	PartnerIds,
	Refused,
	RejectionCode,
} from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

const metricNames = forceMetrics.map(({ name }) => name);

export const forceMonthColumns = {
	required: ["partner_id", "month", ...metricNames],
	optional: ["revision"],
} as const satisfies FeedColumns;

const FIRST_METRIC = 2;
const REVISION = FIRST_METRIC + forceMetrics.length;
/** What no id and no 统一社会信用代码 has is no partner either, whoever asks. */
const PARTNER = /^[\w-]+$/;
const positionOf = Object.fromEntries(forceMetrics.map(({ key }, index) => [key, index])) as Record<
	MetricKey,
	number
>;

/** The partner a file means, or why nobody; without `partners` its form alone is judged. */
export function readPartner(text: string, partners: PartnerIds | null): Parsed<string> {
	const fault = checkText(text, maxText.partner, true);
	if (fault) return { value: null, code: fault };
	const id = partners ? (partners.get(text) ?? partners.get(text.toUpperCase())) : text;
	return id !== undefined && PARTNER.test(text)
		? { value: id, code: null }
		: { value: null, code: "PARTNER_UNKNOWN" };
}

/** The revision of a month: 1 where the file names none. */
export function readRevision(text: string): Parsed<number> {
	if (text === "") return { value: 1, code: null };
	const revision = parseFeedInteger(text, maxRevision);
	return revision.code === null && revision.value < 1
		? { value: null, code: "REVISION_NOT_POSITIVE" }
		: revision;
}

/** A count or an amount ≥ 0 of a month. */
export function readMetric({ kind }: Pick<ForceMetric, "kind">, text: string): Parsed<number> {
	if (kind === "amount") {
		const fen = parseFeedFen(text);
		return fen.code === null && fen.value < 0 ? { value: null, code: "AMOUNT_NEGATIVE" } : fen;
	}
	const count = kind === "big" ? parseFeedInteger(text, maxBigCount) : parseFeedInteger(text);
	return count.code === null && count.value < 0 ? { value: null, code: "NUMBER_NEGATIVE" } : count;
}

/**
 * The check of a partner's metrics of one month (domain.md §3.2): every column by itself, in the order of
 * `forceMonthColumns`, then the counts taken together.
 */
export function makeForceMonthCheck(
	layout: Layout,
	latest: Day,
	partners: PartnerIds | null,
): LineCheck<ForceMonthRow> {
	return (fields) => {
		const read = (index: number) => fields[layout.positions[index] ?? -1] ?? "";
		const width = checkWidth(fields, layout);
		if (width) return reject(width, "", String(fields.length));
		const partner = readPartner(read(0), partners);
		if (partner.code) return reject(partner.code, "partner_id", read(0));
		const month = parseFeedMonth(read(1), latest);
		if (month.code) return reject(month.code, "month", read(1));
		const values: number[] = [];
		for (const [index, metric] of forceMetrics.entries()) {
			const text = read(FIRST_METRIC + index);
			const value = readMetric(metric, text);
			if (value.code) return reject(value.code, metric.name, text);
			values.push(value.value);
		}
		const revision = readRevision(read(REVISION));
		if (revision.code) return reject(revision.code, "revision", read(REVISION));
		const fault = findMetricFault(monthOfDayNumber(month.value), (key) => values[positionOf[key]] ?? 0);
		if (fault) {
			const at = positionOf[fault.key];
			return reject(fault.code, metricNames[at] ?? "", read(FIRST_METRIC + at));
		}
		return {
			ok: true,
			row: { partnerId: partner.value, dayNumber: month.value, revision: revision.value, values },
		};
	};
}

function reject(code: RejectionCode, column: string, value: string): { ok: false } & Refused {
	return { ok: false, code, column, value };
}
