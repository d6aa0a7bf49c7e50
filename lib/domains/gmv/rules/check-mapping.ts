import { maxText } from "@/lib/domains/gmv/constants";
import { readMetric, readPartner, readRevision } from "@/lib/domains/gmv/rules/check-force-month";
import { readComplaintKind, readSaleChannel, readSaleType } from "@/lib/domains/gmv/rules/file-names";
import { readConstant } from "@/lib/domains/gmv/rules/map-header";
import { type MappingField, mappingFields } from "@/lib/domains/gmv/rules/mapping-fields";
import {
	checkText,
	parseFeedDay,
	parseFeedFen,
	parseFeedFlag,
	parseFeedInstant,
	parseFeedInteger,
	parseFeedMonth,
} from "@/lib/domains/gmv/rules/parse-fields";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FeedGrain, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

/** What is wrong with a mapping whatever the file: sentences under messages `mapping.problem`, or `gmv.rejection`. */
export type MappingProblemCode =
	| "MAPPING_FIELD_MISSING"
	| "MAPPING_NEEDS_COLUMN"
	| "MAPPING_FIELD_UNKNOWN"
	| RejectionCode;
export type MappingProblem = { field: string; code: MappingProblemCode };

const textLimits: Readonly<Record<string, number>> = {
	shop_id: maxText.shopCode,
	product_id: maxText.productId,
	product_name: maxText.productName,
	buyer_id: maxText.buyerId,
	streamer_id: maxText.streamerId,
	sale_event_id: maxText.eventId,
	session_id: maxText.sessionId,
};
/** A constant day may lie ahead of a saved mapping; the import refuses it until it has come. */
const anyDay = "9999-12-31";
/** Zero is a count of orders, and no line number or quantity. */
const mayBeZero = new Set(["sale_orders"]);

/** Why a value cannot stand for a field on every line; null where it can. */
export function checkConstant(field: MappingField, given: string): RejectionCode | null {
	return checkValue(field, readConstant(field, given), anyDay);
}

/** Why a value in the import's own form is not fit for a field, by itself; null where it is. */
export function checkValue(field: MappingField, value: string, latest: Day): RejectionCode | null {
	if (value === "") return field.isRequired ? "VALUE_MISSING" : null;
	switch (field.kind) {
		case "integer": {
			const { value: number, code } = parseFeedInteger(value);
			if (code) return code;
			if (number < 0) return "NUMBER_NEGATIVE";
			if (number > 0 || mayBeZero.has(field.name)) return null;
			return field.name === "line_no" ? "LINE_NO_NOT_POSITIVE" : "QUANTITY_NOT_POSITIVE";
		}
		case "amount": {
			const { value: fen, code } = parseFeedFen(value);
			return code ?? (fen < 0 ? "AMOUNT_NEGATIVE" : null);
		}
		case "count":
			return readMetric({ kind: "count" }, value).code;
		case "big":
			return readMetric({ kind: "big" }, value).code;
		case "partner":
			return readPartner(value, null).code;
		case "month":
			return parseFeedMonth(value, latest).code;
		case "revision":
			return readRevision(value).code;
		case "time":
			return parseFeedInstant(value, latest).code;
		case "day":
			return parseFeedDay(value, latest).code;
		case "type":
			return readSaleType(value) ? null : "TYPE_UNKNOWN";
		case "channel":
			return readSaleChannel(value) ? null : "CHANNEL_UNKNOWN";
		case "complaint":
			return readComplaintKind(value) ? null : "COMPLAINT_KIND_UNKNOWN";
		case "flag":
			return parseFeedFlag(value).code;
		default:
			return checkText(value, textLimits[field.name] ?? maxText.eventId, field.isRequired);
	}
}

/** Everything wrong with a mapping, at most one thing a field, in the order of the fields. */
export function findMappingProblems(
	grain: FeedGrain,
	{ fields: sources }: MappingDefinition,
): MappingProblem[] {
	const fields = mappingFields(grain);
	const problems = fields.flatMap((field): MappingProblem[] => {
		const source = sources[field.name];
		const problem = (code: MappingProblemCode) => [{ field: field.name, code }];
		if (!source) return field.isRequired ? problem("MAPPING_FIELD_MISSING") : [];
		if (source.from === "column") return [];
		if (!field.takesConstant) return problem("MAPPING_NEEDS_COLUMN");
		const code = checkConstant(field, source.value);
		return code ? problem(code) : [];
	});
	const known = new Set(fields.map(({ name }) => name));
	const unknown = Object.keys(sources).filter((name) => !known.has(name));
	return [...problems, ...unknown.map((field): MappingProblem => ({ field, code: "MAPPING_FIELD_UNKNOWN" }))];
}
