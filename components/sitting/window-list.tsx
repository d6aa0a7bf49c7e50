import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { WindowChoice } from "@/lib/domains/certification/types/sittings";
import { formatBps, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { BookSeat } from "./book-seat";

type Props = { windows: readonly WindowChoice[]; ownId: string };

/** Windows a seat can be booked in, with what they examine and who may. */
export async function WindowList({ windows, ownId }: Props) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("windows.title")} description={t("windows.hint")} />
			{windows.length === 0 ? (
				<EmptyState title={t("windows.none")} description={t("windows.noneHint")} />
			) : (
				<ul className="divide-y border-t">
					{windows.map((window) => {
						const from = formatDateTime(window.opensAt, locale);
						return (
							<li
								key={window.id}
								className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-4"
							>
								<div className="min-w-0">
									<p className="wrap-anywhere font-medium text-ink text-sm">
										{t(`levels.${window.level}`)} · {locale === "en" ? window.nameEn : window.nameZh}
									</p>
									<p className="mt-0.5 text-ink-soft text-xs">
										{window.closesAt
											? t("windows.between", { from, to: formatDateTime(window.closesAt, locale) })
											: t("windows.since", { from })}
									</p>
									<p className="mt-0.5 text-ink-faint text-xs">
										{t("windows.terms", {
											questions: window.questions,
											minutes: window.minutes,
											pass: formatBps(window.passBps),
										})}
										{window.practical && ` · ${t("windows.practical")}`}
										{window.seatsLeft !== null && ` · ${t("windows.seatsLeft", { count: window.seatsLeft })}`}
									</p>
								</div>
								<BookSeat window={window} ownId={ownId} />
							</li>
						);
					})}
				</ul>
			)}
		</Card>
	);
}
