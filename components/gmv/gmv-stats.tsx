import { StatCard } from "@/components/ui/stat-card";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, monthOf, shiftMonth } from "@/lib/platform/time";

type GmvStatsProps = {
	gmv: { net30Fen: bigint; net12Fen: bigint; netFen: bigint };
	shops: number;
	today: string;
};

/** Attributed GMV of a partner at a glance, every figure with its period and definition. */
export async function GmvStats({ gmv, shops, today }: GmvStatsProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const day = (value: string) => formatDate(value, locale);
	const explanation = <p>{t("partner.gmvNote")}</p>;
	return (
		<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
			<StatCard
				emphasis
				label={t("partners.net12")}
				value={formatCompactFen(gmv.net12Fen, locale)}
				note={t("ownShops.period12", { from: day(`${shiftMonth(monthOf(today), -11)}-01`), to: day(today) })}
			/>
			<StatCard
				label={t("partners.net30")}
				value={formatCompactFen(gmv.net30Fen, locale)}
				note={t("ownShops.period30", { from: day(addDays(today, -30)), to: day(addDays(today, -1)) })}
				explanation={explanation}
			/>
			<StatCard
				label={t("partner.sinceAdmission")}
				value={formatCompactFen(gmv.netFen, locale)}
				explanation={explanation}
			/>
			<StatCard label={t("partner.shopsNow")} value={formatCount(shops)} />
		</div>
	);
}
