import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { NearLine, ProgrammeDashboard } from "@/lib/domains/programme/types";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import { ratioToDecimal } from "@/lib/platform/money/ratio";
import { routes } from "@/lib/platform/routes/routes";
import { bandLine, bandName } from "./band-name";
import { openWords, type Words } from "./words";

/** Who is nearest to a line, and the net GMV per 30 days that would take it there in time. */
export async function NearLines({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const words = await openWords();
	const { t } = words;
	const { near, pace } = dashboard;
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("near.title")}
				description={t("near.description", { days: formatCount(pace.remainingDays) })}
			/>
			{near.length === 0 && <p className="px-5 pb-5 text-ink-faint">{t("near.empty")}</p>}
			{near.length > 0 && (
				<Table label={t("near.title")} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{t("near.partner")}</TableHead>
							<TableHead>{t("near.line")}</TableHead>
							<TableHead numeric>{t("near.gap")}</TableHead>
							<TableHead numeric>{t("near.need")}</TableHead>
							<TableHead numeric>{t("near.pace")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{near.map((one) => (
							<NearRow words={words} key={one.standing.partnerId} near={one} />
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

function NearRow({ near, words }: { near: NearLine; words: Words }) {
	const { t, locale } = words;
	const { standing, band, gapFen, reachedBps, neededPer30DaysFen } = near;
	return (
		<TableRow>
			<TableRowHead className="min-w-36">
				<Link href={routes.ops.partner(standing.partnerId)} className="hover:text-brand-ink hover:underline">
					{standing.name}
				</Link>
			</TableRowHead>
			<TableCell className="min-w-32">
				<span className="flex items-baseline justify-between gap-2 text-xs">
					<span className="whitespace-nowrap text-ink-soft" title={bandName(band, locale)}>
						{bandLine(band, locale)}
					</span>
					<span className="figure text-ink-faint">{formatBps(reachedBps)}</span>
				</span>
				<span
					aria-hidden="true"
					className="mt-1 block h-1.5 rounded-full bg-sunken ring-1 ring-line ring-inset"
				>
					<span
						className="block h-full rounded-full bg-chart-1"
						style={{ width: `${Math.min(100, reachedBps / 100)}%` }}
					/>
				</span>
			</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(gapFen, locale)} unitClassName="text-[0.86em]" />
			</TableCell>
			<TableCell numeric className="font-semibold">
				{neededPer30DaysFen === null ? (
					t("near.ended")
				) : (
					<Figure value={formatCompactFen(neededPer30DaysFen, locale)} unitClassName="text-[0.86em]" />
				)}
			</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(standing.lastMonthFen, locale)} unitClassName="text-[0.86em]" />
				<Effort words={words} needed={neededPer30DaysFen} monthly={standing.lastMonthFen} />
			</TableCell>
		</TableRow>
	);
}

/** The need against the last whole month: within it, or how many times as fast. */
function Effort({ needed, monthly, words: { t } }: { needed: bigint | null; monthly: bigint; words: Words }) {
	if (needed === null || monthly <= 0n) return null;
	if (needed <= monthly) return <span className="block text-success-ink text-xs">{t("near.within")}</span>;
	const times = ratioToDecimal({ num: needed, den: monthly }, 1);
	return <span className="block text-warning-ink text-xs">{t("near.over", { times })}</span>;
}
