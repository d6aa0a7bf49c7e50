import "server-only";
import { findBrand, findBrandOf, listPeople, listServedBrands } from "@/lib/domains/playbook/data/brands";
import { findItem, listEvents, listItems, listTextEvidence } from "@/lib/domains/playbook/data/items";
import { readNetOf } from "@/lib/domains/playbook/data/net";
import { readTemplate, readTemplatesOf } from "@/lib/domains/playbook/data/templates";
import { readStepsGlance, readStepsView } from "@/lib/domains/playbook/loaders/steps";
import { mayChangeEvidence, openMoves, sideOf } from "@/lib/domains/playbook/policy";
import {
	attentionOf,
	isWorthShowing,
	stationsOf,
	stepToWork,
	withWords,
} from "@/lib/domains/playbook/rules/show-items";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { LoadedItem } from "@/lib/domains/playbook/types/loaded";
import { AppError } from "@/lib/platform/errors/errors";
import { listFiles } from "@/lib/platform/files/data";
import { getLocale } from "@/lib/platform/i18n/server";
import { isGranted, type Scope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

async function readWorded(scope: Scope, brandId: string) {
	const [rows, templates, locale] = await Promise.all([
		listItems(scope, brandId),
		readTemplatesOf(brandId),
		getLocale(),
	]);
	return rows.map((row) => withWords(row, templates, locale === "en" ? "en" : "zh"));
}

async function readChecklist(scope: Scope, brand: BrandHead, chosen: string | undefined) {
	const today = businessDayOf(new Date());
	const [items, view] = await Promise.all([
		readWorded(scope, brand.id),
		readStepsView(scope, brand.id, today),
	]);
	const stations = stationsOf(items, today);
	const now = stepToWork(stations, view?.steps);
	const step = stations.find((one) => String(one.step) === chosen)?.step ?? now ?? 1;
	return {
		...{ brand, stations, view, step, today, side: sideOf(scope.workspace), userId: scope.userId },
		mayWork: isGranted(scope, "playbook.work"),
		items: items.filter((item) => item.step === step && isWorthShowing(item)),
	};
}
export type Checklist = Awaited<ReturnType<typeof readChecklist>>;

/** The brand's own checklist; null while it has no record. */
export async function loadOwnChecklist(step: string | undefined): Promise<Checklist | null> {
	const scope = await requireScope("brand.read-own");
	const brand = await findBrandOf(scope);
	return brand && readChecklist(scope, brand, step);
}

/** A brand's checklist for a partner that serves it, or for the platform. Throws NOT_FOUND for any other brand. */
export async function loadChecklist(
	permission: "playbook.serve" | "playbook.portfolio",
	brandId: string,
	step: string | undefined,
): Promise<Checklist | null> {
	const scope = await requireScope(permission);
	return orNull(async () => readChecklist(scope, await findBrand(scope, brandId), step));
}

async function orNull<T>(work: () => Promise<T>): Promise<T | null> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof AppError && error.code === "NOT_FOUND") return null;
		throw error;
	}
}

/** One item with its evidence, comments, history and people; null where it does not exist for whoever asks. */
export async function loadItem(itemId: string): Promise<LoadedItem | null> {
	const scope = await requireScope("playbook.read");
	const found = await findItem(scope, itemId);
	if (!found) return null;
	const side = sideOf(scope.workspace);
	const mayWork = isGranted(scope, "playbook.work");
	const brand = await findBrand(scope, found.brandId);
	const [template, locale, files, texts, events, people] = await Promise.all([
		readTemplate(found.templateVersion),
		getLocale(),
		listFiles(scope, { purpose: "PLAYBOOK", subjectId: itemId }),
		listTextEvidence(scope, found),
		listEvents(scope, found),
		listPeople(brand),
	]);
	const item = withWords(found, new Map([[found.templateVersion, template]]), locale === "en" ? "en" : "zh");
	return {
		...{ item, brand, side, files, texts, events, people, mayWork, userId: scope.userId },
		today: businessDayOf(new Date()),
		moves: mayWork && !item.isRetired ? openMoves(side, item) : [],
		mayHandIn: mayWork && !item.isRetired && mayChangeEvidence(side, item),
		mayAssign: mayWork && side !== "PARTNER",
	};
}

/** Where the brand is, what is due, what blocks, and yesterday's sales beside the day before. */
export async function loadBrandHome() {
	const scope = await requireScope("brand.read-own");
	const brand = await findBrandOf(scope);
	if (!brand) return null;
	const today = businessDayOf(new Date());
	const soon = addDays(today, 7);
	const [items, [yesterdayFen, dayBeforeFen], view] = await Promise.all([
		readWorded(scope, brand.id),
		readNetOf(scope, [addDays(today, -1), addDays(today, -2)]),
		readStepsGlance(scope, brand.id),
	]);
	const stations = stationsOf(items, today);
	return {
		...{ brand, today, stations, view, yesterdayFen, dayBeforeFen },
		step: stepToWork(stations, view?.steps),
		attention: attentionOf(items, today, soon).slice(0, 8),
		due: items.filter(
			(one) => one.state !== "DONE" && !one.isRetired && one.dueOn >= today && one.dueOn <= soon,
		).length,
		proposed: items.filter((one) => one.state === "PROPOSED" && one.owner !== "PLATFORM").length,
	};
}

/** The brands a partner serves, with what waits for it there. */
export async function loadServedBrands() {
	const scope = await requireScope("playbook.serve");
	return listServedBrands(scope, businessDayOf(new Date()));
}
