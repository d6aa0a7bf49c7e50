import { cn } from "@/components/ui/cn";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { FundHand } from "@/lib/domains/fund/rules/transitions";
import type { BoardQuery } from "@/lib/domains/fund/schema";
import type { FundColumn } from "@/lib/domains/fund/types";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { BoardCard } from "./board-card";
import { BoardDrag, DropColumn } from "./board-drag";

type Props = { columns: readonly FundColumn[]; query: BoardQuery; hands: readonly FundHand[]; now: Date };

/** The pipeline: a column for every stage; on a phone one at a time, as tabs. */
export async function FundBoard({ columns, query, hands, now }: Props) {
	const t = await getTranslations("fund");
	const { stage: _, ...filters } = query;
	const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
	return (
		<section aria-label={t("board.label")} className="space-y-4">
			<div className="xl:hidden">
				<LinkTabs
					label={t("board.stageTabs")}
					tabs={columns.map(({ stage, count }) => ({
						href: routes.ops.fund({ ...kept, stage }),
						label: t(`stages.${stage}`),
						count: formatCount(count),
						isCurrent: stage === query.stage,
					}))}
				/>
			</div>
			<BoardDrag>
				<div className="grid items-start gap-3 xl:grid-cols-6">
					{columns.map((column) => (
						<div
							key={column.stage}
							className={cn("min-w-0", column.stage !== query.stage && "max-xl:hidden")}
						>
							<BoardColumn column={column} hands={hands} now={now} />
						</div>
					))}
				</div>
			</BoardDrag>
		</section>
	);
}

async function BoardColumn({
	column: { stage, count, askedFen, committedFen, cards },
	hands,
	now,
}: {
	column: FundColumn;
	hands: readonly FundHand[];
	now: Date;
}) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	const isInvested = stage === "INVESTED";
	const sum = formatCompactFen(isInvested ? committedFen : askedFen, locale);
	const name = t(stage === "DECLINED" ? "columns.closed" : `stages.${stage}`);
	return (
		<DropColumn aria-label={name} stage={stage} className="rounded-lg bg-sunken p-2">
			<header className="px-1.5 pt-1 pb-2.5">
				<h2 className="flex items-baseline justify-between gap-2 font-semibold text-ink text-sm">
					{name}
					<span className="figure font-normal text-ink-faint text-xs">{t("board.count", { count })}</span>
				</h2>
				<p className="mt-0.5 text-ink-faint text-xs">
					<span title={sum.exact} className="figure">
						{t(isInvested ? "board.committed" : "board.asked", { amount: sum.text })}
					</span>
				</p>
			</header>
			{cards.length === 0 ? (
				<p className="rounded-md border border-dashed px-3 py-6 text-center text-ink-faint text-xs">
					{t("board.empty")}
				</p>
			) : (
				<ul className="space-y-2">
					{cards.map((card) => (
						<BoardCard key={card.id} card={card} hands={hands} now={now} />
					))}
				</ul>
			)}
			{count > cards.length && (
				<p className="px-1.5 pt-2.5 pb-1 text-ink-faint text-xs">
					{t("board.more", { count: count - cards.length })}
				</p>
			)}
		</DropColumn>
	);
}
