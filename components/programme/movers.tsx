import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import type { Mover, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatCompactFen, formatMonth } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { addDays, monthOf, shiftMonth } from "@/lib/platform/time";
import type { Words } from "./words";

type Moved = { up: readonly Mover[]; down: readonly Mover[] };

/** Who gained and who lost most between the last two whole months. */
export function Movers({ movers, world, words }: { movers: Moved; world: ProgrammeWorld; words: Words }) {
	const { t, locale } = words;
	const month = shiftMonth(monthOf(addDays(world.pace.asOf, 1)), -1);
	const months = {
		month: formatMonth(month, locale),
		before: formatMonth(shiftMonth(month, -1), locale),
	};
	const isStill = movers.up.length === 0 && movers.down.length === 0;
	return (
		<section className="pg-card">
			<h2>{t("movers.title")}</h2>
			<p className="pg-note">{t("movers.description", months)}</p>
			<div className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-2">
				{isStill && <p className="pg-note">{t("movers.none")}</p>}
				{movers.up.length > 0 && <MoverList words={words} title={t("movers.up")} movers={movers.up} />}
				{movers.down.length > 0 && <MoverList words={words} title={t("movers.down")} movers={movers.down} />}
			</div>
		</section>
	);
}

function MoverList({ title, movers, words }: { title: string; movers: readonly Mover[]; words: Words }) {
	return (
		<section className="min-w-0">
			<h3 className="mb-2 text-ink-faint text-xs">{title}</h3>
			<ol className="space-y-2.5">
				{movers.map((mover) => (
					<MoverRow words={words} key={mover.standing.partnerId} mover={mover} />
				))}
			</ol>
		</section>
	);
}

function MoverRow({ mover, words: { t, locale } }: { mover: Mover; words: Words }) {
	const { standing, changeFen, changeBps } = mover;
	const gained = changeFen > 0n;
	const Icon = gained ? ArrowUpRight : ArrowDownRight;
	const change = formatCompactFen(changeFen, locale);
	return (
		<li className="flex items-center gap-2 text-sm">
			<Icon
				aria-hidden="true"
				className={cn("size-4 shrink-0", gained ? "text-success-ink" : "text-danger-ink")}
			/>
			<Link
				href={routes.ops.partner(standing.partnerId)}
				className="min-w-0 grow truncate hover:text-brand-ink hover:underline"
			>
				{standing.name}
			</Link>
			<span className="figure shrink-0 text-right" title={change.exact}>
				<span className="font-medium">
					{gained && "+"}
					{change.text}
				</span>
				<span
					className={cn(
						"ml-2 inline-block min-w-14 text-xs",
						gained ? "text-success-ink" : "text-danger-ink",
					)}
				>
					{changeBps === null ? t("movers.new") : formatBps(roundToTenth(changeBps), { signed: true })}
				</span>
			</span>
		</li>
	);
}

/** A change is read at a glance: tenths of a percent are enough. */
function roundToTenth(bps: bigint): bigint {
	return ((bps + (bps < 0n ? -5n : 5n)) / 10n) * 10n;
}
