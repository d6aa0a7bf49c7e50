import type { Metadata } from "next";
import Link from "next/link";
import { CalendarBoard } from "@/components/calendar/calendar-board";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { LinkTabs } from "@/components/ui/link-tabs";
import { loadCalendar } from "@/lib/platform/calendar/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<{ year?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("calendar");
	return { title: t("title") };
}

export default async function CalendarPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("calendar"), searchParams.then(loadCalendar)]);
	const thisYear = Number(page.today.slice(0, 4));
	const years = [...new Set([...page.years, thisYear, thisYear + 1, page.year])].sort((a, b) => a - b);
	return (
		<ClientMessages namespaces={["calendar"]}>
			<PageHeader title={t("title")} description={t("description")} />
			{page.missingYear !== null && (
				<Banner
					tone="warning"
					className="mb-4"
					title={t("missingTitle", { year: String(page.missingYear) })}
					actions={
						page.missingYear !== page.year && (
							<Link
								href={routes.ops.calendar(page.missingYear)}
								className="rounded-sm text-brand-ink underline underline-offset-4"
							>
								{t("year", { year: String(page.missingYear) })}
							</Link>
						)
					}
				>
					{t("missingText")}
				</Banner>
			)}
			{!page.canManage && <Banner className="mb-4">{t("readOnly")}</Banner>}
			<LinkTabs
				label={t("years")}
				tabs={years.map((year) => ({
					href: routes.ops.calendar(year),
					label: t("year", { year: String(year) }),
					isCurrent: year === page.year,
				}))}
			/>
			<p className="mt-3 text-ink-faint text-xs">
				{page.years.length > 0 ? t("entered", { years: page.years.join(" · ") }) : t("noneEntered")}
			</p>
			<CalendarBoard {...page} />
		</ClientMessages>
	);
}
