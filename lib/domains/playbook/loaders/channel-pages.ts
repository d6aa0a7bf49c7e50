import "server-only";
import { listBrandShops, listExclusives } from "@/lib/domains/playbook/data/exclusives";
import { listOwnSessions } from "@/lib/domains/playbook/data/live";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { listBrandDays } from "@/lib/domains/playbook/data/step-results";
import { type BrandOf, openBrand } from "@/lib/domains/playbook/loaders/brand-pages";
import { sideOf } from "@/lib/domains/playbook/policy";
import { policyOf, policyOn } from "@/lib/domains/playbook/rules/steps/policy-on";
import type { LoadedExclusives, LoadedLive } from "@/lib/domains/playbook/types/channel";
import { isGranted } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, isMonth, lastDayOf, monthOf } from "@/lib/platform/time";

/** Days of the line of public traffic. */
const trendDays = 180;

/** A month of a brand's own live sessions, where they stand against the line, and public traffic over time. */
export async function loadLive(of: BrandOf, asked: string | undefined): Promise<LoadedLive | null> {
	const opened = await openBrand(of);
	if (!opened) return null;
	const { scope, brand } = opened;
	const today = businessDayOf(new Date());
	const month = asked && isMonth(asked) && asked <= monthOf(today) ? asked : monthOf(addDays(today, -1));
	const [sessions, days, policies] = await Promise.all([
		listOwnSessions(scope, brand.id, { from: `${month}-01`, to: lastDayOf(month) }),
		listBrandDays(scope, brand.id, addDays(today, -trendDays)),
		listStepPolicies(),
	]);
	const last = days.at(-1);
	return {
		...{ brand, side: sideOf(scope.workspace), month, sessions, thisMonth: monthOf(today) },
		standing: last ? { day: last.day, days: last.liveDays, minutes: last.liveMinutes } : null,
		policy: last ? policyOf(policies, last.policyVersion) : policyOn(policies, addDays(today, -1)),
		publicShares: days.map(({ day, gmvFen, publicFen }) => ({
			day,
			bps: gmvFen > 0n ? Number((publicFen * 10_000n) / gmvFen) : null,
		})),
	};
}
/** A brand's products made for the channel, and what they come to of its sales. */
export async function loadExclusives(of: BrandOf): Promise<LoadedExclusives | null> {
	const opened = await openBrand(of);
	if (!opened) return null;
	const { scope, brand } = opened;
	const today = businessDayOf(new Date());
	const [days, policies] = await Promise.all([
		listBrandDays(scope, brand.id, addDays(today, -8)),
		listStepPolicies(),
	]);
	const last = days.at(-1) ?? null;
	const policy = last ? policyOf(policies, last.policyVersion) : policyOn(policies, addDays(today, -1));
	const to = last?.day ?? addDays(today, -1);
	const [products, shops] = await Promise.all([
		listExclusives(scope, brand.id, { from: addDays(to, 1 - policy.windowDays), to }),
		listBrandShops(scope, brand.id),
	]);
	const side = sideOf(scope.workspace);
	return {
		...{ brand, side, products, shops, today, policy },
		standing: last && { day: last.day, exclusiveFen: last.exclusiveFen, productFen: last.productFen },
		mayMove: side !== "PLATFORM" && isGranted(scope, "playbook.work"),
	};
}
