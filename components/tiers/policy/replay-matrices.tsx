"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { trackName } from "@/components/tiers/track-name";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { tierLevels } from "@/lib/domains/tiers/constants";
import type { ReplayMatrix } from "@/lib/domains/tiers/rules/replay";
import type { PeriodReplay, TrackName } from "@/lib/domains/tiers/types";
import { formatCount, formatMonth } from "@/lib/platform/format";

type Props = { periods: readonly PeriodReplay[]; tracks: readonly TrackName[] };

/** The movement matrices of all periods side by side, altogether or of one track. */
export function ReplayMatrices({ periods, tracks }: Props) {
	const t = useTranslations("policylab");
	const locale = useLocale();
	const [track, setTrack] = useState("");
	const chosen = tracks.find(({ code }) => code === track);
	const name = chosen ? trackName(chosen, locale) : t("replay.allTracks");
	const matrixOf = (period: PeriodReplay) =>
		track === "" ? period.total : period.tracks.find((one) => one.trackCode === track)?.matrix;
	return (
		<section className="px-5 pt-6">
			<div className="flex flex-wrap items-end justify-between gap-3">
				<div>
					<h3 className="font-semibold text-ink text-sm">{t("replay.matrix")}</h3>
					<p className="mt-0.5 text-ink-faint text-xs">{t("replay.matrixHint")}</p>
				</div>
				<Field label={t("replay.track")} className="min-w-44">
					<NativeSelect
						emptyLabel={t("replay.allTracks")}
						value={track}
						onChange={({ target }) => setTrack(target.value)}
						options={tracks.map((one) => ({ value: one.code, label: trackName(one, locale) }))}
					/>
				</Field>
			</div>
			<div className="mt-3 grid gap-4 sm:grid-cols-2 2xl:grid-cols-3">
				{periods.map((period) => {
					const matrix = matrixOf(period);
					const month = formatMonth(period.period, locale);
					return (
						matrix && (
							<Matrix
								key={period.runId}
								matrix={matrix}
								title={month}
								label={t("replay.matrixOf", { period: month, track: name })}
							/>
						)
					);
				})}
			</div>
		</section>
	);
}

function Matrix({ matrix, title, label }: { matrix: ReplayMatrix; title: string; label: string }) {
	const t = useTranslations("policylab");
	return (
		<div className="min-w-0 overflow-x-auto rounded-lg border">
			<table aria-label={label} className="figure w-full text-sm">
				<thead>
					<tr className="border-b bg-sunken text-ink-soft text-xs">
						<th scope="col" className="px-3 py-1.5 text-left font-medium">
							{title}
						</th>
						{tierLevels.map((level) => (
							<th key={level} scope="col" className="px-2 py-1.5 text-right font-medium">
								T{level}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{tierLevels.map((from) => (
						<tr key={from} className="border-b last:border-b-0">
							<th scope="row" className="px-3 py-1.5 text-left font-medium text-ink-soft text-xs">
								{t("replay.from")} T{from}
							</th>
							{tierLevels.map((to) => (
								<Cell key={to} count={matrix[from - 1]?.[to - 1] ?? 0} move={to - from} />
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

/** Who stays is plain; who falls or rises stands out, and says which without its colour by its side of the diagonal. */
function Cell({ count, move }: { count: number; move: number }) {
	return (
		<td
			className={cn(
				"px-2 py-1.5 text-right",
				count === 0 && "text-ink-faint",
				move === 0 && "bg-sunken",
				count > 0 && move < 0 && "bg-danger-soft font-semibold text-danger-ink",
				count > 0 && move > 0 && "bg-success-soft font-semibold text-success-ink",
			)}
		>
			{count === 0 ? "·" : formatCount(count)}
		</td>
	);
}
