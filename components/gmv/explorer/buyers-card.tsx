import { Suspense } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { Skeleton } from "@/components/ui/skeleton";
import {
	type BuyerFigures,
	type ComingBuyers,
	enoughBuyers,
	type Repurchase,
	rateOf,
} from "@/lib/domains/gmv/rules/buyer-figures";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { rangeText } from "./range-text";

type Props = { coming: ComingBuyers; isOwn: boolean };

/** Who bought and who came back, with the numbers behind every share; shown when the facts have been read. */
export async function BuyersCard({ coming, isOwn }: Props) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const parts = ["defineBuyers", "defineRepeat", "defineWithin"] as const;
	return (
		<Card>
			<CardHeader
				title={
					<span className="inline-flex items-center gap-1.5">
						{t("buyers.title")}
						<Explain subject={t("buyers.title")}>
							{parts.map((part) => (
								<p key={part}>{t(`buyers.${part}`)}</p>
							))}
							{isOwn && <p>{t("buyers.defineOwn")}</p>}
						</Explain>
					</span>
				}
				description={t("buyers.range", { range: rangeText(coming.range, locale) })}
			/>
			<CardBody>
				<Suspense fallback={<Waiting label={t("buyers.loading")} />}>
					<Figures figures={coming.figures} />
				</Suspense>
			</CardBody>
		</Card>
	);
}

function Waiting({ label }: { label: string }) {
	return (
		<div className="grid gap-4 sm:grid-cols-3">
			<span className="sr-only">{label}</span>
			{[0, 1, 2].map((place) => (
				<Skeleton key={place} className="h-20" />
			))}
		</div>
	);
}

async function Figures({ figures }: { figures: Promise<BuyerFigures> }) {
	const [t, read] = await Promise.all([getTranslations("explorer"), figures.catch(() => null)]);
	if (!read) return <p className="text-danger-ink text-sm">{t("buyers.failed")}</p>;
	const { buyers, repeatBuyers, purchases, repurchase } = read;
	if (buyers === 0)
		return (
			<div className="text-sm">
				<p className="font-medium">{t("buyers.empty")}</p>
				<p className="mt-0.5 text-ink-soft">{t("buyers.emptyHint")}</p>
			</div>
		);
	const share = formatBps(Math.round((repeatBuyers / buyers) * 10_000));
	return (
		<div className="space-y-5">
			<dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
				<Fact term={t("buyers.buyers")} value={formatCount(buyers)} />
				<Fact
					term={t("buyers.repeat")}
					value={formatCount(repeatBuyers)}
					note={t("buyers.repeatNote", { share })}
				/>
				<Fact
					term={t("buyers.purchases")}
					value={formatCount(purchases)}
					note={t("buyers.perBuyer", { value: (purchases / buyers).toFixed(2) })}
				/>
			</dl>
			<dl className="grid gap-4 border-t pt-4 sm:grid-cols-3">
				{repurchase.map((one) => (
					<Rate key={one.withinDays} repurchase={one} />
				))}
			</dl>
		</div>
	);
}

function Fact({ term, value, note }: { term: string; value: string; note?: string }) {
	return (
		<div>
			<dt className="text-ink-soft text-sm">{term}</dt>
			<dd>
				<span className="figure block font-semibold text-2xl">{value}</span>
				{note && <span className="block text-ink-faint text-xs">{note}</span>}
			</dd>
		</div>
	);
}

async function Rate({ repurchase }: { repurchase: Repurchase }) {
	const t = await getTranslations("explorer");
	const rate = rateOf(repurchase);
	const days = repurchase.withinDays;
	const term = t("buyers.within", { days });
	if (rate.kind === "none")
		return (
			<div>
				<dt className="text-ink-soft text-sm">{term}</dt>
				<dd className="mt-1 text-ink-faint text-sm">{t("buyers.none", { days })}</dd>
			</div>
		);
	if (rate.kind === "few")
		return (
			<div>
				<dt className="text-ink-soft text-sm">{term}</dt>
				<dd>
					<span className="block font-medium">{t("buyers.few")}</span>
					<span className="block text-ink-faint text-xs">
						{t("buyers.fewHint", {
							days,
							buyers: rate.buyers,
							repeated: rate.repeated,
							enough: enoughBuyers,
						})}
					</span>
				</dd>
			</div>
		);
	return (
		<div>
			<dt className="text-ink-soft text-sm">{term}</dt>
			<dd>
				<span className="figure block font-semibold text-2xl">{formatBps(rate.bps)}</span>
				<span className="block text-ink-faint text-xs">
					{t("buyers.of", { repeated: formatCount(rate.repeated), buyers: formatCount(rate.buyers) })}
				</span>
				<span className="block text-ink-faint text-xs">
					{t("buyers.interval", { low: formatBps(rate.lowBps), high: formatBps(rate.highBps) })}
				</span>
			</dd>
		</div>
	);
}
