import Link from "next/link";
import { StatCard } from "@/components/ui/stat-card";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { floorDiv } from "@/lib/platform/money/ratio";
import { routes } from "@/lib/platform/routes/routes";

/** Part of a whole in basis points, rounded down; 0 of nothing. */
function shareOf(part: bigint, whole: bigint): bigint {
	return whole > 0n ? floorDiv(part * 10_000n, whole) : 0n;
}

export async function ProgrammeStats({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const [t, locale] = await Promise.all([getTranslations("programme"), getLocale()]);
	const { netFen, attributedFen, unattributedFen, targetFen, expectedFen, projectedFen, pace } = dashboard;
	const compact = (fen: bigint) => formatCompactFen(fen, locale);
	return (
		<div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-5">
			<StatCard
				label={t("stats.net")}
				value={compact(netFen)}
				note={t("stats.ofTarget", {
					target: compact(targetFen).text,
					share: formatBps(shareOf(netFen, targetFen)),
				})}
				explanation={
					<>
						<p>{t("explain.net")}</p>
						<p>{t("explain.target")}</p>
						<p>{t("stats.expected", { amount: compact(expectedFen).exact })}</p>
					</>
				}
			/>
			<StatCard
				label={t("stats.attributed")}
				value={compact(attributedFen)}
				note={t("stats.share", { share: formatBps(shareOf(attributedFen, netFen)) })}
				explanation={
					<>
						<p>{t("explain.attributed")}</p>
						<p>
							<Link href={routes.ops.partners()} className="text-brand-ink underline underline-offset-4">
								{t("explain.rows")}
							</Link>
						</p>
					</>
				}
			/>
			<StatCard
				label={t("stats.unattributed")}
				value={compact(unattributedFen)}
				note={t("stats.share", { share: formatBps(shareOf(unattributedFen, netFen)) })}
				explanation={<p>{t("explain.attributed")}</p>}
			/>
			<StatCard
				label={t("stats.projected")}
				value={compact(projectedFen)}
				note={t("stats.projectedNote")}
				explanation={<p>{t("explain.projection")}</p>}
			/>
			<StatCard
				label={t("stats.year")}
				value={`${formatCount(pace.elapsedDays)} / ${formatCount(pace.totalDays)}`}
				note={t("stats.yearNote", {
					elapsed: formatCount(pace.elapsedDays),
					days: formatCount(pace.remainingDays),
				})}
			/>
		</div>
	);
}
