import { Card } from "@/components/ui/card";
import { exclusiveMoves } from "@/lib/domains/playbook/constants/exclusives";
import type { SoldExclusive } from "@/lib/domains/playbook/types/channel";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";
import { MoveExclusive } from "./move-exclusive";

type Props = {
	product: SoldExclusive;
	mayMove: boolean;
	today: Day;
	windowDays: number;
	/** Days on sale that the fifth step asks for. */
	target: number;
};

/** One product: where it stands, since when, what it sold, and where it may go. */
export async function ExclusiveCard({ product, mayMove, today, windowDays, target }: Props) {
	const [t, locale] = await Promise.all([getTranslations("exclusives"), getLocale()]);
	const {
		id,
		name,
		shopName,
		stage,
		version,
		productId,
		onSaleFrom,
		onSaleTo,
		netFen,
		movedAt,
		movedByName,
	} = product;
	return (
		<li>
			<Card className="space-y-2 p-4 text-sm">
				<div>
					<h3 className="wrap-anywhere font-medium text-ink">{name}</h3>
					<p className="text-ink-soft text-xs">{shopName}</p>
				</div>
				{productId && (
					<p className="text-xs">
						<span className="text-ink-soft">{t("card.productId")}</span>{" "}
						<span className="break-all font-mono">{productId}</span>
					</p>
				)}
				{onSaleFrom && (
					<p className="text-ink-soft text-xs">
						{onSaleTo
							? t("card.period", {
									from: formatDate(onSaleFrom, locale),
									to: formatDate(addDays(onSaleTo, -1), locale),
								})
							: `${t("card.since", { day: formatDate(onSaleFrom, locale) })} · ${t("onSaleDays", { days: daysBetween(onSaleFrom, today) + 1, target })}`}
					</p>
				)}
				{stage === "ENDED" && !onSaleFrom && <p className="text-ink-faint text-xs">{t("dropped")}</p>}
				{onSaleFrom && (
					<p className="text-xs">
						{netFen === 0n && stage === "ON_SALE" ? (
							<span className="text-warning-ink">{t("card.noSales")}</span>
						) : (
							t("card.sold", { days: windowDays, amount: formatFen(netFen) })
						)}
					</p>
				)}
				{movedAt && movedByName && (
					<p className="text-2xs text-ink-faint">
						{t("card.moved", { by: movedByName, day: formatDate(movedAt, locale) })}
					</p>
				)}
				{mayMove && (
					<div className="flex flex-wrap gap-2">
						{exclusiveMoves[stage].map((to) => (
							<MoveExclusive
								key={to}
								product={{ id, name, stage, version, productId, onSaleFrom }}
								to={to}
								today={today}
							/>
						))}
					</div>
				)}
			</Card>
		</li>
	);
}
