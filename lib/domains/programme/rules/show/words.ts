import type { ForecastSpeech } from "@/lib/domains/programme/rules/show/forecast";
import type { Locale } from "@/lib/platform/i18n/config";
import type { Messages } from "@/lib/platform/i18n/messages";

type Leaves<T> = {
	[K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}`;
}[keyof T & string];

export type ProgrammeKey = Leaves<Messages["programme"]>;

/** The dashboard's words in the reader's language, for pages and files alike. */
export type ProgrammeWords = {
	readonly t: (key: ProgrammeKey, values?: Record<string, string>) => string;
	readonly forecast: ForecastSpeech;
	readonly locale: Locale;
};
