import { maxText } from "@/lib/domains/gmv/constants";
import { readMetric, readRevision } from "@/lib/domains/gmv/rules/check-force-month";
import { readComplaintKind } from "@/lib/domains/gmv/rules/file-names";
import { checkWidth, type FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import { checkText, parseFeedDay } from "@/lib/domains/gmv/rules/parse-fields";
import type { ComplaintDayRow, Layout, LineCheck, Refused, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

export const complaintDayColumns = {
	required: ["shop_id", "day", "complaint_kind", "complaints"],
	optional: ["revision"],
} as const satisfies FeedColumns;

/** The check of a shop's complaints of a kind on a day (domain.md §3.8), column by column; none is a count too. */
export function makeComplaintDayCheck(layout: Layout, latest: Day): LineCheck<ComplaintDayRow> {
	const [shopAt, dayAt, kindAt, countAt, revisionAt] = layout.positions;
	return (fields) => {
		const at = (position: number | undefined) => fields[position ?? -1] ?? "";
		const width = checkWidth(fields, layout);
		if (width) return reject(width, "", String(fields.length));
		const shopFault = checkText(at(shopAt), maxText.shopCode, true);
		if (shopFault) return reject(shopFault, "shop_id", at(shopAt));
		const day = parseFeedDay(at(dayAt), latest);
		if (day.code) return reject(day.code, "day", at(dayAt));
		const kind = readComplaintKind(at(kindAt));
		if (kind === null)
			return reject(
				at(kindAt) === "" ? "VALUE_MISSING" : "COMPLAINT_KIND_UNKNOWN",
				"complaint_kind",
				at(kindAt),
			);
		const complaints = readMetric({ kind: "count" }, at(countAt));
		if (complaints.code) return reject(complaints.code, "complaints", at(countAt));
		const revision = readRevision(at(revisionAt));
		if (revision.code) return reject(revision.code, "revision", at(revisionAt));
		const row: ComplaintDayRow = {
			shopCode: at(shopAt),
			dayNumber: day.value,
			kind,
			complaints: complaints.value,
			revision: revision.value,
		};
		return { ok: true, row };
	};
}

function reject(code: RejectionCode, column: string, value: string): { ok: false } & Refused {
	return { ok: false, code, column, value };
}
