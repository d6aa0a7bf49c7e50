import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import type { AnomalyKind } from "@/lib/domains/tiers/constants/review";
import type { AnomalyRow, RunReview } from "@/lib/domains/tiers/types/review";
import { formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { AnomalyCells } from "./anomaly-cells";
import { openReviewWords } from "./anomaly-words";
import { ReviewDesk } from "./review-desk";

type Place = { kind: AnomalyKind; open: boolean; after?: string };

/** What was found, one kind at a time. */
export async function ReviewBoard({ review, kind }: { review: RunReview; kind: AnomalyKind }) {
	const words = await openReviewWords();
	const { t } = words;
	const { run, tracks, kinds, rows, open, canReview } = review;
	const hrefOf = (place: Place) => {
		const search = new URLSearchParams({ kind: place.kind });
		if (place.open) search.set("show", "open");
		if (place.after) search.set("after", place.after);
		return `${routes.ops.evaluationReview(run.runId)}?${search}`;
	};
	const counted = kinds.find((one) => one.kind === kind);
	const total = (counted?.found ?? 0) - (open ? (counted?.looked ?? 0) : 0);
	const cellsOf = (row: AnomalyRow) => (
		<AnomalyCells runId={run.runId} row={row} tracks={tracks} canReview={canReview} words={words} />
	);
	return (
		<Card className="overflow-hidden">
			<div className="px-5 pt-2">
				<LinkTabs
					label={t("review.kinds")}
					tabs={kinds.map((one) => ({
						href: hrefOf({ kind: one.kind, open }),
						label: t(`review.kind.${one.kind}`),
						count: `${formatCount(one.looked)}/${formatCount(one.found)}`,
						isCurrent: one.kind === kind,
					}))}
				/>
			</div>
			<div className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
				<p className="max-w-prose text-ink-soft text-sm">{t(`review.about.${kind}`)}</p>
				<SegmentedLinks
					label={t("review.show")}
					links={[
						{ href: hrefOf({ kind, open: false }), label: t("review.showAll"), isCurrent: !open },
						{ href: hrefOf({ kind, open: true }), label: t("review.showOpen"), isCurrent: open },
					]}
				/>
			</div>
			{rows.length > 0 ? (
				<ReviewDesk
					label={t("review.table")}
					runId={run.runId}
					canReview={canReview}
					heads={[
						t("board.partner"),
						t("review.what"),
						t("review.values"),
						t("review.where"),
						t("review.look"),
					]}
					rows={rows.map((row) => ({
						id: `${row.partnerId} ${row.metric}`,
						anomaly: { partnerId: row.partnerId, kind: row.kind, metric: row.metric },
						name: row.name,
						isLooked: row.look !== null,
						cells: cellsOf(row),
					}))}
				/>
			) : (
				<EmptyState title={t("review.noneOpenTitle")} description={t("review.noneOpenHint")} />
			)}
			<Pagination
				total={total}
				previousHref={review.isFirst ? null : hrefOf({ kind, open })}
				nextHref={review.next ? hrefOf({ kind, open, after: review.next }) : null}
			/>
		</Card>
	);
}
