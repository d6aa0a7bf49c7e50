import type { Messages } from "@/lib/platform/i18n/messages";

export type FieldName = keyof Messages["mapping"]["fields"];
type HintedField = keyof Messages["mapping"]["hints"];

const hinted: readonly string[] = [
	"event_id",
	"line_no",
	"type",
	"channel",
	"exclusive",
	"sale_event_id",
	"partner_id",
	"month",
	"revision",
	"active_shops",
	"signed_streamers",
	"qualified_streamers",
	"sku_days",
];

/** The fields of all grains are the keys of messages `mapping.fields`; the tests hold them together. */
export function asFieldName(name: string): FieldName {
	return name as FieldName;
}

export function hintOf(name: string): HintedField | null {
	return hinted.includes(name) ? (name as HintedField) : null;
}
