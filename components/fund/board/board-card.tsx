import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Figure } from "@/components/ui/figure";
import { type FundHand, isOpenStage, movesFrom } from "@/lib/domains/fund/rules/transitions";
import type { FundCard } from "@/lib/domains/fund/types";
import { formatCompactFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { businessDayOf, daysBetween } from "@/lib/platform/time";
import { MoveDialog } from "../move-dialog";
import { StageBadge } from "../stage-badge";
import { DragCard } from "./board-drag";

type Props = { card: FundCard; hands: readonly FundHand[]; now: Date };

/** An application on the board: who, what, how much, since when, whose. */
export async function BoardCard({ card, hands, now }: Props) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	const isOpen = isOpenStage(card.stage);
	const moves = card.isBound ? [] : movesFrom(card.stage, hands).filter((to) => to !== "WITHDRAWN");
	const days = daysBetween(businessDayOf(card.stageSince), businessDayOf(now));
	return (
		<DragCard
			application={{ id: card.id, number: card.number, version: card.version, stage: card.stage }}
			moves={moves}
			className="rounded-md border bg-surface p-3 shadow-xs"
		>
			<Link
				href={routes.ops.fundCase(card.id)}
				className="block rounded-sm font-medium text-ink text-sm leading-snug hover:text-brand-ink"
			>
				<span className="wrap-anywhere">{card.title}</span>
				<span className="wrap-anywhere mt-0.5 block font-normal text-ink-soft text-xs">
					{card.partnerName}
				</span>
			</Link>
			<p className="mt-2 flex flex-wrap items-baseline justify-between gap-x-2">
				<Figure
					value={formatCompactFen(card.committedFen ?? card.askedFen, locale)}
					className="font-semibold text-ink text-sm"
				/>
				<span className="figure text-2xs text-ink-faint">{card.number}</span>
			</p>
			{isOpen ? (
				<>
					<p className="mt-1.5 text-2xs text-ink-faint">
						{t("board.days", { days })}
						{card.stage === "COMMITTEE" && ` · ${t("board.votes", { count: card.votes })}`}
					</p>
					<div className="mt-2 flex items-center justify-between gap-2 border-t pt-2">
						<span className="flex min-w-0 items-center gap-1.5 text-ink-soft text-xs">
							{card.assigneeName && <Avatar name={card.assigneeName} size="sm" />}
							<span className="truncate">{card.assigneeName ?? t("board.nobody")}</span>
						</span>
						{card.isBound ? (
							<span className="text-2xs text-warning-ink">{t("board.bound")}</span>
						) : (
							<MoveDialog application={card} moves={moves} variant="ghost" />
						)}
					</div>
				</>
			) : (
				card.stage !== "INVESTED" && (
					<p className="mt-2">
						<StageBadge stage={card.stage} />
					</p>
				)
			)}
		</DragCard>
	);
}
