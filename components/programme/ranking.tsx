import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { LinkTabs } from "@/components/ui/link-tabs";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import { bandOf } from "@/lib/domains/programme/rules/bands";
import type { ProgrammeDashboard, Standing } from "@/lib/domains/programme/types";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { bandName } from "./band-name";
import { programmeHref } from "./programme-href";
import { openWords, type Words } from "./words";

/** The partners of a track (or of all) by net GMV of the programme; the track is in the address. */
export async function Ranking({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const [t, locale] = await Promise.all([getTranslations("programme"), getLocale()]);
	const { tracks, trackCode, grain, ranking, rankedPartners } = dashboard;
	const tabs = [
		{ code: null, label: t("ranking.all") },
		...tracks.map((track) => ({ code: track.code, label: locale === "en" ? track.nameEn : track.nameZh })),
	];
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("ranking.title")}
				description={t("ranking.description", {
					shown: formatCount(ranking.length),
					total: formatCount(rankedPartners),
				})}
				actions={
					<Link
						href={routes.ops.partners()}
						className="text-brand-ink text-sm underline-offset-4 hover:underline"
					>
						{t("explain.rows")}
					</Link>
				}
			/>
			<div className="px-5">
				<LinkTabs
					label={t("ranking.tracks")}
					tabs={tabs.map((tab) => ({
						href: programmeHref({ track: tab.code, by: grain }),
						label: tab.label,
						isCurrent: tab.code === trackCode,
					}))}
				/>
			</div>
			{ranking.length === 0 ? (
				<p className="p-5 text-ink-faint">{t("ranking.empty")}</p>
			) : (
				<RankingTable dashboard={dashboard} />
			)}
		</Card>
	);
}

async function RankingTable({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const words = await openWords();
	const { t } = words;
	const { ranking, trackCode } = dashboard;
	const best = ranking[0]?.netFen ?? 0n;
	return (
		<Table label={t("ranking.title")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("ranking.partner")}</TableHead>
					{!trackCode && <TableHead>{t("ranking.track")}</TableHead>}
					<TableHead>{t("ranking.tier")}</TableHead>
					<TableHead className="min-w-48">{t("ranking.net")}</TableHead>
					<TableHead numeric>{t("ranking.month")}</TableHead>
					<TableHead>{t("ranking.band")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{ranking.map((standing, i) => (
					<RankingRow
						words={words}
						key={standing.partnerId}
						standing={standing}
						rank={i + 1}
						share={best > 0n ? Number((standing.netFen * 100n) / best) : 0}
						dashboard={dashboard}
					/>
				))}
			</TableBody>
		</Table>
	);
}

function RankingRow({
	standing,
	rank,
	share,
	dashboard,
	words: { t, locale },
}: {
	standing: Standing;
	rank: number;
	share: number;
	dashboard: ProgrammeDashboard;
	words: Words;
}) {
	const band = bandOf(standing.netFen, dashboard.terms.bands);
	const track = dashboard.tracks.find(({ code }) => code === standing.trackCode);
	return (
		<TableRow>
			<TableRowHead className="min-w-44">
				<span className="flex items-baseline gap-3">
					<span className="figure w-5 shrink-0 text-right text-ink-faint text-xs">{rank}</span>
					<Link
						href={routes.ops.partner(standing.partnerId)}
						className="hover:text-brand-ink hover:underline"
					>
						{standing.name}
					</Link>
				</span>
			</TableRowHead>
			{!dashboard.trackCode && (
				<TableCell className="whitespace-nowrap text-ink-soft">
					{locale === "en" ? track?.nameEn : track?.nameZh}
				</TableCell>
			)}
			<TableCell>
				<TierBadge size="sm" tier={toTier(standing.tier)} name="" />
			</TableCell>
			<TableCell>
				<span className="flex items-center gap-3">
					<span aria-hidden="true" className="h-2 min-w-12 grow rounded-[1px_4px_1px_1px] bg-sunken">
						<span
							className="block h-full rounded-[1px_4px_1px_1px] bg-chart-1"
							style={{ width: `${Math.max(0, share)}%` }}
						/>
					</span>
					<Figure
						value={formatCompactFen(standing.netFen, locale)}
						className="w-20 text-right font-medium"
						unitClassName="text-[0.86em]"
					/>
				</span>
			</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(standing.lastMonthFen, locale)} unitClassName="text-[0.86em]" />
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{band ? (
					<Badge tone={band === dashboard.terms.bands[0] ? "spark" : "brand"}>{bandName(band, locale)}</Badge>
				) : (
					<span className="text-ink-faint text-xs">{t("ranking.bandNone")}</span>
				)}
			</TableCell>
		</TableRow>
	);
}

/** The column holds 1–5; the database refuses anything else. */
function toTier(tier: number): 1 | 2 | 3 | 4 | 5 {
	return Math.min(5, Math.max(1, tier)) as 1 | 2 | 3 | 4 | 5;
}
