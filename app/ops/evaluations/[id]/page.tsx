import type { Metadata } from "next";
import Link from "next/link";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Leaderboard } from "@/components/tiers/leaderboard";
import { RunSummary } from "@/components/tiers/run-summary";
import { runTones } from "@/components/tiers/run-tones";
import { trackName } from "@/components/tiers/track-name";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { LinkTabs } from "@/components/ui/link-tabs";
import { StatusBadge } from "@/components/ui/status-badge";
import { type EvaluationDetail, loadEvaluation } from "@/lib/domains/tiers/loaders";
import { formatCount, formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	params: Promise<{ id: string }>;
	searchParams: Promise<{ track?: string | string[]; page?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("runs.metaTitle") };
}

export default async function EvaluationPage({ params, searchParams }: Props) {
	const [{ id }, { track, page }] = await Promise.all([params, searchParams]);
	const detail = await loadEvaluation(id, { track: [track].flat()[0], page: [page].flat()[0] });
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { run, summary, tracks } = detail;
	const month = formatMonth(run.period, locale);
	return (
		<>
			<Crumb label={month} />
			<PageHeader
				title={t("run.title", { month })}
				description={t("run.description", {
					asOf: formatDate(run.asOf, locale),
					partners: formatCount(summary.total.partners),
				})}
				meta={
					<>
						<StatusBadge status={run.status} tones={runTones} label={t(`runs.statusName.${run.status}`)} />
						<Badge>
							{t("runs.policyValue", { tier: run.tierPolicyVersion, force: run.forcePolicyVersion })}
						</Badge>
						<CopyableId value={run.runId} label={t("receipt.run")} shortened />
					</>
				}
			/>
			<div className="space-y-4">
				{run.isSuperseded && <Banner tone="warning">{t("run.superseded")}</Banner>}
				<RunSummary summary={summary} tracks={tracks} />
				<TrackRanking detail={detail} />
			</div>
		</>
	);
}

function hrefOf(runId: string, track: string, page = 1): string {
	const search = new URLSearchParams({ track });
	if (page > 1) search.set("page", String(page));
	return `${routes.ops.evaluation(runId)}?${search}`;
}

async function TrackRanking({ detail }: { detail: EvaluationDetail }) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { run, summary, tracks, trackCode, field, rows } = detail;
	const chosen = tracks.find(({ code }) => code === trackCode);
	const label = t("run.leaderboardOf", { track: chosen ? trackName(chosen, locale) : trackCode });
	const note = field.field.held
		? t("run.field", { eligible: formatCount(field.field.eligible) })
		: t("run.noRace", { min: field.rules.race.minTrackSize });
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("run.leaderboard")} description={note} />
			<div className="px-5">
				<LinkTabs
					label={t("run.tracks")}
					tabs={tracks.map((track) => ({
						href: hrefOf(run.runId, track.code),
						label: trackName(track, locale),
						count: formatCount(summary.tracks.find((one) => one.trackCode === track.code)?.partners ?? 0),
						isCurrent: track.code === trackCode,
					}))}
				/>
			</div>
			<Leaderboard label={label} runId={run.runId} rows={rows} track={field} />
			{detail.pages > 1 && <Pages detail={detail} />}
		</Card>
	);
}

async function Pages({ detail: { run, trackCode, page, pages } }: { detail: EvaluationDetail }) {
	const t = await getTranslations("tiers");
	return (
		<CardFooter>
			<span className="figure text-ink-faint text-xs">{t("run.page", { page, pages })}</span>
			<nav aria-label={t("run.pageLabel")} className="flex gap-2">
				<PageButton href={page > 1 ? hrefOf(run.runId, trackCode, page - 1) : null}>
					{t("run.previous")}
				</PageButton>
				<PageButton href={page < pages ? hrefOf(run.runId, trackCode, page + 1) : null}>
					{t("run.next")}
				</PageButton>
			</nav>
		</CardFooter>
	);
}

function PageButton({ href, children }: { href: string | null; children: string }) {
	if (!href) {
		return (
			<Button variant="secondary" size="sm" disabled>
				{children}
			</Button>
		);
	}
	return (
		<Button asChild variant="secondary" size="sm">
			<Link href={href}>{children}</Link>
		</Button>
	);
}
