import Link from "next/link";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { describePeriod } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatDate } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { addDays, daysBetween } from "@/lib/platform/time";
import { SavePicture } from "./save-picture";
import type { Words } from "./words";

export const programmeTabs = ["overview", "partners", "tracks", "history", "forecast"] as const;
export type ProgrammeTab = (typeof programmeTabs)[number];

const hrefs: Record<ProgrammeTab, string> = {
	overview: routes.ops.programme(),
	partners: routes.ops.programmePartners(),
	tracks: routes.ops.programmeTracks(),
	history: routes.ops.programmeHistory(),
	forecast: routes.ops.programmeForecast(),
};

/** Title, period, what the programme is about to be told, and the pages of the dashboard. */
export function ProgrammeFrame({
	world,
	tab,
	words,
	children,
}: {
	world: ProgrammeWorld | null;
	tab: ProgrammeTab;
	words: Words;
	children?: ReactNode;
}) {
	const { t, locale } = words;
	if (!world) return <EmptyState title={t("none")} description={t("noneHint")} />;
	return (
		<>
			<PageHeader
				title={locale === "en" ? world.terms.nameEn : world.terms.nameZh}
				description={describePeriod(world, words)}
				actions={tab === "overview" && <Ways words={words} />}
			/>
			<LinkTabs
				label={t("tabs.label")}
				tabs={programmeTabs.map((one) => ({
					href: hrefs[one],
					label: t(`tabs.${one}`),
					isCurrent: one === tab,
				}))}
			/>
			<Notice world={world} words={words} />
			<div className="pg-grid mt-4">{children}</div>
		</>
	);
}

/** What a reader must know before the figures: not begun, over, no facts, or facts that stopped coming. */
export function noticeOf({ terms, today, asOf, phase }: ProgrammeWorld, { t, locale }: Words): string | null {
	const last = addDays(terms.range.to, -1);
	if (phase === "AHEAD") {
		const days = formatCount(daysBetween(today, terms.range.from));
		return t("notice.ahead", { day: formatDate(terms.range.from, locale), days });
	}
	if (!asOf) return t(phase === "OVER" ? "notice.overNoFacts" : "notice.noFacts");
	if (phase === "OVER")
		return t(asOf < last ? "notice.overPartly" : "notice.over", {
			day: formatDate(last, locale),
			asOf: formatDate(asOf, locale),
		});
	const behind = daysBetween(asOf, today);
	return behind > 2 ? t("notice.late", { day: formatDate(asOf, locale), days: formatCount(behind) }) : null;
}

function Notice({ world, words }: { world: ProgrammeWorld; words: Words }) {
	const notice = noticeOf(world, words);
	return (
		notice && (
			<p role="status" className="mt-4 rounded-lg border bg-info-soft px-4 py-2.5 text-info-ink text-sm">
				{notice}
			</p>
		)
	);
}

/** The same figures in other shapes. */
function Ways({ words: { t } }: { words: Words }) {
	return (
		<nav aria-label={t("ways.label")} className="flex flex-wrap items-center gap-x-4 gap-y-1">
			<Link href={routes.ops.programmeWall()} prefetch={false} className="pg-link">
				{t("ways.wall")}
			</Link>
			<Link href={routes.ops.programmeReport()} prefetch={false} className="pg-link">
				{t("ways.print")}
			</Link>
			<a href={routes.api.programmeFigures()} download className="pg-link">
				{t("ways.csv")}
			</a>
			<SavePicture
				source={routes.api.programmePicture("dashboard")}
				label={t("ways.png")}
				busy={t("ways.busy")}
				failed={t("ways.failed")}
			/>
		</nav>
	);
}
