import { maxText, sessionSeconds } from "@/lib/domains/gmv/constants";
import { readRevision } from "@/lib/domains/gmv/rules/check-force-month";
import { readSaleChannel } from "@/lib/domains/gmv/rules/file-names";
import { checkWidth, type FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import {
	checkText,
	parseFeedFen,
	parseFeedFlag,
	parseFeedInstant,
} from "@/lib/domains/gmv/rules/parse-fields";
import type { Layout, LineCheck, LiveSessionRow, Refused, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

export const liveSessionColumns = {
	required: ["shop_id", "session_id", "channel", "started_at", "ended_at"],
	optional: ["paid", "streamer_id", "revision", "withdrawn"],
} as const satisfies FeedColumns;

/**
 * Why a session of such a length is not taken: it ends before it begins, is shorter than a minute or longer than a day.
 * A minute and 24 hours are taken.
 */
export function findLengthFault(seconds: number): RejectionCode | null {
	if (seconds < 0) return "SESSION_ENDS_BEFORE_START";
	if (seconds < sessionSeconds.least) return "SESSION_TOO_SHORT";
	return seconds > sessionSeconds.most ? "SESSION_TOO_LONG" : null;
}

/**
 * The check of one live session (domain.md §3.7): every column by itself, then its length. It stands on the business day
 * on which it began, with all of its minutes, over midnight too.
 */
export function makeLiveSessionCheck(layout: Layout, latest: Day): LineCheck<LiveSessionRow> {
	const [shopAt, sessionAt, channelAt, startAt, endAt, paidAt, streamerAt, revisionAt, withdrawnAt] =
		layout.positions;
	const read = (fields: readonly string[], position: number | undefined) => fields[position ?? -1] ?? "";
	return (fields) => {
		const width = checkWidth(fields, layout);
		if (width) return reject(width, "", String(fields.length));
		const at = (position: number | undefined) => read(fields, position);
		const shopFault = checkText(at(shopAt), maxText.shopCode, true);
		if (shopFault) return reject(shopFault, "shop_id", at(shopAt));
		const sessionFault = checkText(at(sessionAt), maxText.sessionId, true);
		if (sessionFault) return reject(sessionFault, "session_id", at(sessionAt));
		const channel = readSaleChannel(at(channelAt));
		if (channel === null)
			return reject(at(channelAt) === "" ? "VALUE_MISSING" : "CHANNEL_UNKNOWN", "channel", at(channelAt));
		const start = parseFeedInstant(at(startAt), latest);
		if (start.code) return reject(start.code, "started_at", at(startAt));
		const end = parseFeedInstant(at(endAt), latest);
		if (end.code) return reject(end.code, "ended_at", at(endAt));
		const lengthFault = findLengthFault(end.value.second - start.value.second);
		if (lengthFault) return reject(lengthFault, "ended_at", at(endAt));
		const paid = parseFeedFen(at(paidAt) || "0");
		if (paid.code) return reject(paid.code, "paid", at(paidAt));
		if (paid.value < 0) return reject("AMOUNT_NEGATIVE", "paid", at(paidAt));
		const streamerFault = checkText(at(streamerAt), maxText.streamerId, false);
		if (streamerFault) return reject(streamerFault, "streamer_id", at(streamerAt));
		const revision = readRevision(at(revisionAt));
		if (revision.code) return reject(revision.code, "revision", at(revisionAt));
		const withdrawn = parseFeedFlag(at(withdrawnAt));
		if (withdrawn.code) return reject(withdrawn.code, "withdrawn", at(withdrawnAt));
		const row: LiveSessionRow = {
			shopCode: at(shopAt),
			sessionId: at(sessionAt),
			revision: revision.value,
			channel,
			startSecond: start.value.second,
			endSecond: end.value.second,
			dayNumber: start.value.dayNumber,
			paidFen: paid.value,
			streamerId: at(streamerAt),
			isWithdrawn: withdrawn.value ?? false,
		};
		return { ok: true, row };
	};
}

function reject(code: RejectionCode, column: string, value: string): { ok: false } & Refused {
	return { ok: false, code, column, value };
}
