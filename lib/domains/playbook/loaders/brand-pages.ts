import "server-only";
import { findBrand, findBrandOf } from "@/lib/domains/playbook/data/brands";
import { findBrief, listBriefWeeks, wantsBriefMail } from "@/lib/domains/playbook/data/briefs";
import { listBurstProducts, readCohorts } from "@/lib/domains/playbook/data/burst";
import { findProductStory, keyOf, listStreamers, nameProducts } from "@/lib/domains/playbook/data/products";
import { readStepPolicy } from "@/lib/domains/playbook/data/step-policy";
import { sideOf } from "@/lib/domains/playbook/policy";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import { AppError } from "@/lib/platform/errors/errors";
import type { Scope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";

export type BrandOf =
	| { readonly permission: "brand.read-own"; readonly brandId?: undefined }
	| { readonly permission: "playbook.serve" | "playbook.portfolio"; readonly brandId: string };

/** The brand a page is about and who looks at it; null for one that is neither their own, served nor looked after. */
export async function openBrand(of: BrandOf): Promise<{ scope: Scope; brand: BrandHead } | null> {
	if (of.permission === "brand.read-own") {
		const scope = await requireScope(of.permission);
		const brand = await findBrandOf(scope);
		return brand && { scope, brand };
	}
	const scope = await requireScope(of.permission);
	try {
		return { scope, brand: await findBrand(scope, of.brandId) };
	} catch (error) {
		if (error instanceof AppError && error.code === "NOT_FOUND") return null;
		throw error;
	}
}

/** Days before yesterday that streamers are ranked over, and as many before them. */
const streamerDays = 28;

function periodOf(today: Day): { before: Day; from: Day; to: Day } {
	const to = addDays(today, -1);
	return { to, from: addDays(to, 1 - streamerDays), before: addDays(to, 1 - 2 * streamerDays) };
}

/** Which products of a brand to push, and who sells for it. */
export async function loadProducts(of: BrandOf) {
	const opened = await openBrand(of);
	if (!opened) return null;
	const { scope, brand } = opened;
	const period = periodOf(businessDayOf(new Date()));
	const { burstHundredths, version: policyVersion } = await readStepPolicy(period.to);
	const [products, streamers] = await Promise.all([
		listBurstProducts(scope, brand.id, burstHundredths),
		listStreamers(scope, brand.id, period),
	]);
	const names = await nameProducts(products);
	return {
		...{ brand, streamers, period, side: sideOf(scope.workspace) },
		products: products.map((one) => ({ ...one, name: names.get(keyOf(one)) ?? one.productId })),
		...{ threshold: burstHundredths, policyVersion },
	};
}
export type LoadedProducts = NonNullable<Awaited<ReturnType<typeof loadProducts>>>;

/** One product and the days its coefficient is made of. */
export async function loadProduct(of: BrandOf, key: { shopId: string; productId: string }) {
	const opened = await openBrand(of);
	const shopId = Number(key.shopId);
	if (!opened || !Number.isInteger(shopId) || shopId <= 0 || shopId > 2 ** 31 - 1) return null;
	const { scope, brand } = opened;
	const { burstHundredths, version: policyVersion } = await readStepPolicy(
		addDays(businessDayOf(new Date()), -1),
	);
	const { productId } = key;
	const story = await findProductStory(scope, brand.id, { shopId, productId }, burstHundredths);
	if (!story) return null;
	const names = await nameProducts([story]);
	const name = names.get(keyOf(story)) ?? story.productId;
	return {
		brand,
		side: sideOf(scope.workspace),
		product: { ...story, name },
		...{ threshold: burstHundredths, policyVersion },
	};
}

/** Who bought again, by the week they first did. */
export async function loadCohorts(of: BrandOf) {
	const opened = await openBrand(of);
	if (!opened) return null;
	const { scope, brand } = opened;
	const asOf = addDays(businessDayOf(new Date()), -1);
	const [cohorts, policy] = await Promise.all([readCohorts(scope, brand.id, asOf), readStepPolicy(asOf)]);
	return {
		...{ brand, side: sideOf(scope.workspace), asOf, cohorts },
		...{ targetBps: policy.repurchaseBps, targetDays: policy.repurchaseDays, policyVersion: policy.version },
	};
}

/** A week's brief, the newest where none is asked for, and the weeks there are. */
export async function loadBrief(of: BrandOf, asked: string | undefined) {
	const opened = await openBrand(of);
	if (!opened) return null;
	const { scope, brand } = opened;
	const weeks = await listBriefWeeks(scope, brand.id);
	const week = weeks.find((one) => one === asked) ?? weeks[0];
	const [found, isMailed] = await Promise.all([
		week ? findBrief(scope, brand.id, week) : null,
		scope.workspace === "brand" ? wantsBriefMail(scope, brand.id) : null,
	]);
	return { brand, side: sideOf(scope.workspace), weeks, found, isMailed };
}
