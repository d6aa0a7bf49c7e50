import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { TableCell, TableRowHead } from "@/components/ui/table";
import type { TrackName } from "@/lib/domains/tiers/types";
import type { AnomalyRow } from "@/lib/domains/tiers/types/review";
import { formatDateTime } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { boardHref } from "../board/board-href";
import { trackName } from "../track-name";
import { type ReviewWords, sayAnomaly } from "./anomaly-words";
import { TakeBackButton } from "./review-buttons";

type AnomalyCellsProps = {
	runId: string;
	row: AnomalyRow;
	tracks: readonly TrackName[];
	canReview: boolean;
	words: ReviewWords;
};

const linkClasses = "whitespace-nowrap text-brand-ink underline-offset-4 hover:underline";

/** Who, what is odd, both values, where to look, and what was found. */
export function AnomalyCells({ runId, row, tracks, canReview, words }: AnomalyCellsProps) {
	const { t, locale } = words;
	const said = sayAnomaly(row.details, words);
	const track = tracks.find(({ code }) => code === row.trackCode);
	const place = row.rank === null ? t("board.noRank") : t("board.rankOf", { rank: row.rank });
	return (
		<>
			<TableRowHead className="min-w-48">
				<Link
					href={routes.ops.partner(row.partnerId)}
					prefetch={false}
					className="hover:text-brand-ink hover:underline"
				>
					{row.name}
				</Link>
				<span className="block font-normal text-ink-faint text-xs">
					{[track ? trackName(track, locale) : row.trackCode, `T${row.tier}`, place].join(" · ")}
				</span>
			</TableRowHead>
			<TableCell className="min-w-44">{said.sentence}</TableCell>
			<TableCell className="whitespace-nowrap">
				<Values before={said.before} after={said.after} />
			</TableCell>
			<TableCell>
				<span className="flex gap-x-4 text-xs">
					<a href={routes.api.partnerReceipt(runId, row.partnerId)} download className={linkClasses}>
						{t("board.receipt")}
					</a>
					<Link
						prefetch={false}
						href={boardHref(runId, { track: row.trackCode, mark: row.partnerId })}
						className={linkClasses}
					>
						{t("review.inRanking")}
					</Link>
					<Link prefetch={false} href={sourceOf(row)} className={linkClasses}>
						{t("review.source")}
					</Link>
				</span>
			</TableCell>
			<TableCell className="min-w-52">
				{row.look ? (
					<span className="flex items-start justify-between gap-3">
						<span>
							{row.look.note}
							<span className="block text-ink-faint text-xs">
								{t("review.lookedBy", { name: row.look.by, at: formatDateTime(row.look.at, locale) })}
							</span>
						</span>
						{canReview && (
							<TakeBackButton
								runId={runId}
								name={row.name}
								anomaly={{ partnerId: row.partnerId, kind: row.kind, metric: row.metric }}
							/>
						)}
					</span>
				) : (
					<span className="text-ink-faint">{t("review.notLooked")}</span>
				)}
			</TableCell>
		</>
	);
}

function Values({ before, after }: { before: string | null; after: string | null }) {
	if (before === null) return <span className="figure">{after ?? "–"}</span>;
	return (
		<span className="figure inline-flex items-center gap-1.5">
			<span className="text-ink-soft">{before}</span>
			<ArrowRight aria-hidden="true" className="size-3.5 text-ink-faint" />
			<span className="font-semibold">{after}</span>
		</span>
	);
}

/** Where the rows behind the metric are: missing months come by import, experts are certificates, the rest is the partner's. */
function sourceOf({ kind, metric, partnerId }: AnomalyRow): string {
	if (kind === "NO_METRICS") return routes.ops.imports();
	return metric.startsWith("experts") ? routes.ops.certificates() : routes.ops.partner(partnerId);
}
