import { Check } from "lucide-react";
import Link from "next/link";
import { WindBarb } from "@/components/ui/wind-barb";
import type { NextRun } from "@/lib/domains/tiers/rules/next-run";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { tierLabel } from "./tier-names";

/** Before the first run: why the tier is provisional, when the first run comes, and what to do until then. */
export async function ProvisionalNotice({
	policy,
	nextRun,
}: {
	policy: Pick<TierPolicy, "tiers" | "minClosedDays" | "movement">;
	nextRun: NextRun;
}) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const month = formatMonth(nextRun.period, locale);
	const body = nextRun.isDue
		? t("provisional.due", { month })
		: t("provisional.body", {
				tier: tierLabel(policy.tiers, 1, locale),
				month,
				day: formatDate(nextRun.earliestOn, locale, { long: true }),
				days: policy.minClosedDays,
			});
	return (
		<section className="sail relative overflow-hidden border bg-surface p-5 sm:p-7">
			<WindBarb tier={1} className="-right-6 -bottom-8 absolute size-40 text-line" />
			<div className="relative max-w-3xl">
				<h2 className="font-semibold text-lg">{t("provisional.title")}</h2>
				<p className="mt-1 text-ink-soft">{body}</p>
				<h3 className="mt-4 font-medium text-sm">{t("provisional.meanwhile")}</h3>
				<ul className="mt-2 space-y-1.5 text-sm">
					<Todo>
						<Link href={routes.partner.shops()} className="text-brand-ink underline underline-offset-4">
							{t("provisional.shops")}
						</Link>
					</Todo>
					<Todo>{t("provisional.protection", { days: policy.movement.protectionDays })}</Todo>
					<Todo>{t("provisional.criteria")}</Todo>
				</ul>
			</div>
		</section>
	);
}

function Todo({ children }: { children: React.ReactNode }) {
	return (
		<li className="flex items-start gap-2">
			<Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-brand-ink" />
			<span>{children}</span>
		</li>
	);
}
