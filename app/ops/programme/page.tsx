import type { Metadata } from "next";
import { BandCard } from "@/components/programme/band-card";
import { GmvCurve } from "@/components/programme/gmv-curve";
import { Movers } from "@/components/programme/movers";
import { NearLines } from "@/components/programme/near-lines";
import { ProgrammeStats } from "@/components/programme/programme-stats";
import { Ranking } from "@/components/programme/ranking";
import { Slices } from "@/components/programme/slices";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { loadProgramme } from "@/lib/domains/programme/loaders";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("metaTitle") };
}

type Search = Promise<{ track?: string | string[]; by?: string | string[] }>;

export default async function ProgrammePage({ searchParams }: { searchParams: Search }) {
	const [t, locale, { track, by }] = await Promise.all([
		getTranslations("programme"),
		getLocale(),
		searchParams,
	]);
	const dashboard = await loadProgramme({ track: [track].flat()[0], by: [by].flat()[0] });
	if (!dashboard) return <EmptyState title={t("none")} description={t("noneHint")} />;
	const { terms, pace, bands, hasFacts } = dashboard;
	const period = t("period", {
		from: formatDate(terms.range.from, locale),
		to: formatDate(addDays(terms.range.to, -1), locale),
	});
	return (
		<>
			<PageHeader
				title={locale === "en" ? terms.nameEn : terms.nameZh}
				description={period}
				meta={hasFacts && <Badge tone="brand">{t("asOf", { day: formatDate(pace.asOf, locale) })}</Badge>}
			/>
			<div className="space-y-4">
				<div className="grid gap-4 lg:grid-cols-2">
					{bands.map((state, i) => (
						<BandCard key={state.band.code} state={state} terms={terms} asOf={pace.asOf} emphasis={i === 0} />
					))}
				</div>
				<ProgrammeStats dashboard={dashboard} />
				{hasFacts ? <GmvCurve dashboard={dashboard} /> : <EmptyState title={t("noFacts")} />}
				<div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
					<NearLines dashboard={dashboard} />
					<Movers dashboard={dashboard} />
				</div>
				<Ranking dashboard={dashboard} />
				<Slices dashboard={dashboard} />
			</div>
		</>
	);
}
