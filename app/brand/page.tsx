import { BrandShops } from "@/components/playbook/brand-shops";
import { BrandToday } from "@/components/playbook/brand-today";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import { loadBrandHome } from "@/lib/domains/playbook/loaders/checklist";
import { loadOwnBrand } from "@/lib/domains/playbook/loaders/own-brand";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata() {
	const t = await getTranslations("playbook");
	return { title: t("home.title") };
}

export default async function BrandPage() {
	const [{ brand, period }, today, t, locale] = await Promise.all([
		loadOwnBrand(),
		loadBrandHome(),
		getTranslations("playbook"),
		getLocale(),
	]);
	if (!brand) return <EmptyState title={t("home.noBrand")} description={t("home.noBrandHint")} />;
	const days = t("home.period", {
		from: formatDate(period.from, locale),
		to: formatDate(addDays(period.to, -1), locale),
	});
	return (
		<>
			<PageHeader
				title={brand.name}
				description={brand.category}
				actions={
					today && (
						<span className="text-ink-soft text-sm">
							{today.brand.managerName
								? t("home.manager", { name: today.brand.managerName })
								: t("home.noManager")}
						</span>
					)
				}
				meta={<Badge tone="brand">{t(`kind.${brand.kind}`)}</Badge>}
			/>
			{today && <BrandToday {...today} />}
			<div className="mb-6 grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
				<StatCard label={t("home.net")} value={formatCompactFen(brand.netFen, locale)} note={days} />
				<StatCard label={t("home.shops")} value={formatCount(brand.shops.length)} />
			</div>
			<BrandShops shops={brand.shops} days={days} />
		</>
	);
}
