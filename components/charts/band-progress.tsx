"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/lib/platform/format";
import { ChartFrame, type ChartFrameProps } from "./chart-frame";

export type Band = {
	key: string;
	label: string;
	count: number;
	target: number;
	/** Where the count will be at the end at today's pace, with its interval. */
	projection?: { expected: number; low: number; high: number };
	/** A sentence under the bar, such as "按当前节奏，期末 82 家（74–91）". */
	note?: string;
	tone?: "brand" | "spark";
};

export type BandProgressProps = Pick<ChartFrameProps, "title" | "description" | "actions" | "className"> & {
	bands: readonly Band[];
	/** Heads of the table's columns. */
	labels: { band: string; count: string; projection: string };
};

/** How far each band is towards its target: the bar is today, the hatched stretch is where the pace leads. */
export function BandProgress({ bands, labels, ...frame }: BandProgressProps) {
	const t = useTranslations("common.chart");
	const rows = bands.map((band) => ({
		key: band.key,
		cells: [
			band.label,
			formatCount(band.count),
			formatCount(band.target),
			band.projection
				? `${formatCount(band.projection.expected)} (${formatCount(band.projection.low)}–${formatCount(band.projection.high)})`
				: "–",
		],
	}));
	return (
		<ChartFrame
			{...frame}
			table={{ columns: [labels.band, labels.count, t("target"), labels.projection], rows }}
		>
			<ul className="flex flex-col gap-7 px-2 pt-2">
				{bands.map((band) => (
					<BandRow key={band.key} band={band} />
				))}
			</ul>
		</ChartFrame>
	);
}

function BandRow({ band }: { band: Band }) {
	const span = Math.max(band.target, band.count, band.projection?.high ?? 0) * 1.04 || 1;
	const toPercent = (value: number) => `${(value / span) * 100}%`;
	return (
		<li>
			<div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
				<span className="font-medium text-ink text-sm">{band.label}</span>
				<span className="figure text-ink-faint text-sm">
					<span className="mr-1 font-semibold text-figure text-ink">{formatCount(band.count)}</span>/{" "}
					{formatCount(band.target)}
				</span>
			</div>
			<div
				role="progressbar"
				aria-label={band.label}
				aria-valuemin={0}
				aria-valuemax={Math.max(band.target, band.count)}
				aria-valuenow={band.count}
				aria-valuetext={`${formatCount(band.count)} / ${formatCount(band.target)}`}
				className="relative h-4 rounded-[2px_9px_2px_2px] bg-sunken ring-1 ring-line ring-inset"
			>
				{band.projection && (
					<span
						className="hatched absolute inset-y-0 rounded-sm text-chart-1 opacity-45"
						style={{
							left: toPercent(band.projection.low),
							width: toPercent(Math.max(band.projection.high - band.projection.low, span * 0.006)),
						}}
					/>
				)}
				<span
					className={cn(
						"absolute inset-y-0 left-0 rounded-[2px_9px_2px_2px]",
						band.tone === "spark" ? "bg-chart-2" : "bg-chart-1",
					)}
					style={{ width: toPercent(band.count) }}
				/>
				<span className="-inset-y-1.5 absolute w-0.5 bg-ink" style={{ left: toPercent(band.target) }} />
			</div>
			{band.note && <p className="figure mt-2 text-ink-faint text-xs">{band.note}</p>}
		</li>
	);
}
