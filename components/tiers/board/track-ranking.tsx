import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { EvaluationDetail, TrackRanking as Ranking } from "@/lib/domains/tiers/types/leaderboard";
import { formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { Leaderboard } from "../leaderboard";
import { trackName } from "../track-name";

type Props = { detail: EvaluationDetail; ranking: Ranking };

function hrefOf(runId: string, track: string, page = 1): string {
	const search = new URLSearchParams({ track });
	if (page > 1) search.set("page", String(page));
	return `${routes.ops.evaluation(runId)}?${search}`;
}

export async function TrackRanking({ detail, ranking }: Props) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const { run, summary, tracks } = detail;
	const { trackCode, field, rows } = ranking;
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
			{ranking.pages > 1 && <Pages detail={detail} ranking={ranking} />}
		</Card>
	);
}

async function Pages({ detail: { run }, ranking: { trackCode, page, pages } }: Props) {
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
