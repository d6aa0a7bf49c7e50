import Link from "next/link";
import type { OwnTierAppeal } from "@/lib/domains/tiers/types/appeals";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf } from "@/lib/platform/time";
import { openItemWords } from "./item-words";
import { TierAppealBadge } from "./tier-appeal-badge";

/** The company's appeals, a line each: what about, where it stands, and by when or since when. */
export async function OwnAppealRows({ appeals }: { appeals: readonly OwnTierAppeal[] }) {
	const [t, words, locale] = await Promise.all([
		getTranslations("tierappeals"),
		openItemWords(),
		getLocale(),
	]);
	const dayOf = (at: Date) => formatDate(businessDayOf(at), locale);
	return (
		<ul aria-label={t("own.table")} className="divide-y rounded-lg border">
			{appeals.map((appeal) => (
				<li
					key={appeal.id}
					className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 px-4 py-3"
				>
					<div className="min-w-0">
						<Link
							href={routes.partner.tierAppeal(appeal.id)}
							className="rounded-sm font-medium text-ink hover:text-brand-ink"
						>
							{words.name(appeal.shown.item)}
						</Link>
						<p className="figure text-ink-faint text-xs">
							{[appeal.number, formatMonth(appeal.period, locale), dayOf(appeal.filedAt)].join(" · ")}
						</p>
					</div>
					<div className="flex items-center gap-3">
						<span className="figure text-ink-soft text-xs">
							{appeal.state === "OPEN"
								? t("own.due", { day: formatDate(appeal.dueOn, locale) })
								: appeal.closedAt &&
									t(appeal.decisionReason ? "own.answered" : "own.closed", { at: dayOf(appeal.closedAt) })}
						</span>
						<TierAppealBadge state={appeal.state} />
					</div>
				</li>
			))}
		</ul>
	);
}
