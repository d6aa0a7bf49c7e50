import Link from "next/link";
import { CorrectBindingDialog } from "@/components/gmv/proposals/correct-binding-dialog";
import { trackLabel } from "@/components/gmv/track-labels";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Timeline } from "@/components/ui/timeline";
import type { ShopEvent, ShopMonth, ShopSpan } from "@/lib/domains/gmv/rules/explorer-view";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { daysBetween } from "@/lib/platform/time";

/** Where a span lies on the line from the shop's first day to today, in per cent. */
function place(span: ShopSpan, from: string, to: string): { left: string; width: string } {
	const whole = Math.max(daysBetween(from, to), 1);
	const clip = (day: string) => Math.min(Math.max(daysBetween(from, day), 0), whole);
	const left = (clip(span.fromDay) / whole) * 100;
	const right = (clip(span.toDay ?? to) / whole) * 100;
	return { left: `${Math.min(left, 99)}%`, width: `${Math.max(right - left, 1)}%` };
}

/** Who had the shop and when: a bar each along the shop's life, the latest first. */
export async function ShopHistory({ opened, canCorrect }: { opened: ShopMonth; canCorrect: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const { spans, shop, today, tracks } = opened;
	const from = [shop.firstDay ?? today, ...spans.map(({ fromDay }) => fromDay)].sort()[0] ?? today;
	return (
		<Card>
			<CardHeader title={t("shop.history")} description={t("shop.historyHint")} />
			{spans.length === 0 ? (
				<EmptyState title={t("shop.noHistory")} description={t("shop.noHistoryHint")} />
			) : (
				<CardBody>
					<ol aria-label={t("shop.history")} className="flex flex-col gap-4">
						{spans.map((span) => (
							<li key={span.id}>
								<div className="flex flex-wrap items-center justify-between gap-x-3">
									<p className="text-sm">
										<Link
											href={routes.ops.partner(span.partnerId)}
											className="font-medium hover:text-brand-ink hover:underline hover:underline-offset-4"
										>
											{span.partnerName}
										</Link>
										<span className="ml-2 text-ink-faint text-xs">
											{trackLabel(tracks, span.trackCode, locale)}
										</span>
									</p>
									<div className="flex items-center gap-2">
										<span className="figure text-ink-soft text-xs">{spanText(span, t, locale)}</span>
										{canCorrect && (
											<CorrectBindingDialog
												binding={{ id: span.id, fromDay: span.fromDay, toDay: span.toDay }}
												shopCode={shop.code}
												partnerName={span.partnerName}
											/>
										)}
									</div>
								</div>
								<div
									aria-hidden="true"
									className="relative mt-1.5 h-2 rounded-full bg-sunken ring-1 ring-line ring-inset"
								>
									<span
										className={`absolute inset-y-0 rounded-full ${span.toDay !== null && span.toDay <= today ? "bg-line-strong" : "bg-chart-1"}`}
										style={place(span, from, today)}
									/>
								</div>
							</li>
						))}
					</ol>
					<p aria-hidden="true" className="figure mt-2 flex justify-between text-2xs text-ink-faint">
						<span>{formatDate(from, locale)}</span>
						<span>{formatDate(today, locale)}</span>
					</p>
				</CardBody>
			)}
		</Card>
	);
}

type Translate = Awaited<ReturnType<typeof getTranslations<"explorer">>>;

function spanText(span: { fromDay: string; toDay: string | null }, t: Translate, locale: Locale): string {
	const from = formatDate(span.fromDay, locale);
	return span.toDay
		? t("shop.until", { from, to: formatDate(span.toDay, locale) })
		: t("shop.since", { from });
}

const logged = [
	"binding.create",
	"binding.end",
	"binding.correct",
	"binding.propose",
	"binding.confirm",
	"binding.reject",
	"binding.withdraw",
] as const;
const titles = {
	"binding.create": "create",
	"binding.end": "end",
	"binding.correct": "correct",
	"binding.propose": "propose",
	"binding.confirm": "confirm",
	"binding.reject": "reject",
	"binding.withdraw": "withdraw",
} as const;

/** What people did to the shop's bindings, with the reason they gave. */
export async function ShopLog({ events }: { events: readonly ShopEvent[] }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const items = events.flatMap((event) => {
		const action = logged.find((one) => one === event.action);
		if (!action) return [];
		const spans = [event.before, event.after]
			.flatMap((span) => (span?.fromDay ? [{ fromDay: span.fromDay, toDay: span.toDay ?? null }] : []))
			.map((span) => spanText(span, t, locale));
		return [
			{
				id: event.id,
				title: t(`log.${titles[action]}`, { partner: event.partnerName ?? "" }),
				meta: `${formatDateTime(event.at, locale)} · ${event.actor}`,
				body: [...new Set(spans)].join(" → ") + (event.reason ? ` · ${event.reason}` : ""),
				tone: action === "binding.correct" ? ("warning" as const) : ("brand" as const),
			},
		];
	});
	return (
		<Card>
			<CardHeader title={t("shop.log")} />
			<CardBody>
				{items.length > 0 ? (
					<Timeline label={t("shop.log")} items={items} />
				) : (
					<p className="text-ink-faint text-sm">{t("shop.noLog")}</p>
				)}
			</CardBody>
		</Card>
	);
}
