import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { AgreementTable } from "@/components/admission/numbers/agreement-table";
import { Definitions } from "@/components/admission/numbers/definitions";
import { AgreementTrend, NumberCharts } from "@/components/admission/numbers/number-charts";
import { NumberStats } from "@/components/admission/numbers/number-stats";
import { NumbersTable } from "@/components/admission/numbers/numbers-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { loadNumbers } from "@/lib/domains/admission/loaders/numbers";
import { numbersPeriods } from "@/lib/domains/admission/rules/decision-times-period";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("numbers");
	return { title: t("title") };
}

export default async function ApplicationNumbersPage({ searchParams }: Props) {
	const [t, locale, numbers] = await Promise.all([
		getTranslations("numbers"),
		getLocale(),
		searchParams.then(loadNumbers),
	]);
	const { days, tracks, names } = numbers;
	const trackName = (code: string) => {
		const track = tracks.find((one) => one.code === code);
		return (locale === "en" ? track?.nameEn : track?.nameZh) ?? code;
	};
	const order = tracks.map(({ code }) => code);
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.ops.applications()}>
							<ChevronLeft aria-hidden="true" />
							{t("back")}
						</Link>
					</Button>
				}
			/>
			<div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
				<div className="max-w-full overflow-x-auto">
					<SegmentedLinks
						label={t("periodLabel")}
						links={numbersPeriods.map((period) => ({
							href: `${routes.ops.applicationNumbers()}?period=${period}`,
							label: t(`periods.${period}`),
							isCurrent: period === numbers.period,
						}))}
					/>
				</div>
				<p className="figure text-ink-faint text-xs">
					{t("range", { from: formatDate(days.from, locale), to: formatDate(days.to, locale) })}
				</p>
			</div>
			<div className="space-y-4">
				<NumberStats {...numbers} />
				<NumberCharts {...numbers} />
				<NumbersTable
					title={t("tables.byTrack")}
					nameLabel={t("tables.track")}
					rows={numbers.byTrack
						.map((row) => ({ ...row, name: trackName(row.id) }))
						.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))}
				/>
				<NumbersTable
					title={t("tables.byReviewer")}
					description={t(numbers.showsEverybody ? "tables.byReviewerText" : "tables.ownOnly")}
					nameLabel={t("tables.reviewer")}
					rows={numbers.byReviewer.map((row) => ({ ...row, name: names.get(row.id) ?? "–" }))}
				/>
				<AgreementTable {...numbers} />
				<AgreementTrend {...numbers} />
				<Definitions />
			</div>
		</>
	);
}
