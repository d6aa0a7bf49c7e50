import "server-only";
import {
	findAgreementDraft,
	findStandardsDraft,
	listAgreementVersions,
	listStandardsVersions,
	listTracks,
	type ReadVersion,
	readStandards,
} from "@/lib/domains/admission/data/standards";
import { compareStandards } from "@/lib/domains/admission/rules/compare-standards";
import {
	changeInWords,
	type Speech,
	standardInWords,
	tracksInWords,
} from "@/lib/domains/admission/rules/standard-words";
import type { Agreement } from "@/lib/domains/admission/schema/agreement";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { DraftedKind } from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

type Query = Record<string, string | string[] | undefined>;
type DraftNote = { updatedAt: Date; updatedBy: string | null; baseVersion: number } | null;

type Common = {
	today: Day;
	tracks: TrackName[];
	canManage: boolean;
	draft: DraftNote;
	/** The versions being compared; null where there are no two. */
	compared: { from: number; to: number } | null;
};

export type StandardsPage = Common &
	(
		| { kind: "admission"; versions: ReadVersion<AdmissionPolicy>[] }
		| { kind: "agreement"; versions: ReadVersion<Agreement>[] }
	);

/** The rules as they stand, their history, and the two versions the address asks to compare. */
export async function loadStandards(query: Query): Promise<StandardsPage> {
	const scope = await requireScope("standards.read");
	const today = businessDayOf(new Date());
	const kind = kindOf(query);
	const [tracks, draft] = await Promise.all([
		listTracks(),
		kind === "admission" ? findStandardsDraft() : findAgreementDraft(),
	]);
	const common = { today, tracks, canManage: can(scope.role, "standards.manage"), draft };
	if (kind === "agreement") {
		const versions = await listAgreementVersions(today);
		return { ...common, kind, versions, compared: comparedOf(query, versions) };
	}
	const versions = await listStandardsVersions(today);
	return { ...common, kind, versions, compared: comparedOf(query, versions) };
}

export function kindOf(query: Query): DraftedKind {
	return query.kind === "agreement" ? "agreement" : "admission";
}

function comparedOf(query: Query, versions: readonly { version: number; status: string }[]) {
	const known = (value: unknown) => versions.find((one) => String(one.version) === value)?.version;
	if (versions.length < 2) return null;
	const [newest, before] = versions;
	const from = known(query.from) ?? before?.version;
	const to = known(query.to) ?? newest?.version;
	return from && to ? { from, to } : null;
}

/** The open draft of a kind with what it is held against; null when none is open. */
export async function loadStandardsDraft(query: Query) {
	const scope = await requireScope("standards.read");
	const today = businessDayOf(new Date());
	const canManage = can(scope.role, "standards.manage");
	const tracks = await listTracks();
	if (kindOf(query) === "agreement") {
		const [draft, versions] = await Promise.all([findAgreementDraft(), listAgreementVersions(today)]);
		return { kind: "agreement" as const, draft, versions, tracks, today, canManage };
	}
	const [draft, versions] = await Promise.all([findStandardsDraft(), listStandardsVersions(today)]);
	return { kind: "admission" as const, draft, versions, tracks, today, canManage };
}

export type UpcomingStandardsView = {
	version: number;
	effectiveOn: Day;
	currentVersion: number;
	changes: string[];
};

/** The next version of the standards that is published and not yet in force, told to whoever fills in an application. */
export async function loadUpcomingStandards(): Promise<UpcomingStandardsView | null> {
	const today = businessDayOf(new Date());
	const [versions, current, tracks, locale, t] = await Promise.all([
		listStandardsVersions(today),
		readStandards(today),
		listTracks(),
		getLocale(),
		getTranslations("standards"),
	]);
	const next = versions
		.filter((one) => one.status === "upcoming")
		.sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
	if (!next) return null;
	const speech: Speech = { t: t as unknown as Speech["t"], locale, tracks };
	return {
		version: next.version,
		effectiveOn: next.effectiveFrom,
		currentVersion: current.version,
		changes: compareStandards(current.document, next.document).map((change) => changeInWords(speech, change)),
	};
}

export type PublishedStandardsView = {
	version: number;
	/** Sentences in the reader's language, those of single tracks with the tracks they are asked of. */
	lines: string[];
	tracks: string[];
	reviewWorkingDays: number;
	appealWindowDays: number;
};

/** The standards in force for the public page: nobody has to sign in to know what is asked. */
export async function loadPublishedStandards(): Promise<PublishedStandardsView> {
	const [{ version, document }, tracks, locale, t] = await Promise.all([
		readStandards(businessDayOf(new Date())),
		listTracks(),
		getLocale(),
		getTranslations("standards"),
	]);
	const speech: Speech = { t: t as unknown as Speech["t"], locale, tracks };
	return {
		version,
		lines: document.standards.map((standard) => {
			const name = standardInWords(speech, standard);
			if (standard.tracks === null) return name;
			return speech.t("words.scoped", { name, tracks: tracksInWords(speech, standard.tracks) });
		}),
		tracks: tracks.map((track) => (locale === "en" ? track.nameEn : track.nameZh)),
		reviewWorkingDays: document.reviewWorkingDays,
		appealWindowDays: document.appealWindowDays,
	};
}
