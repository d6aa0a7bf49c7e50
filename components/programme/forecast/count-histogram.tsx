import type { CountForecast } from "@/lib/domains/programme/rules/forecast/types";
import { formatCount } from "@/lib/platform/format";
import { type ForecastWords, shareText } from "./words";

const HEIGHT = 100;

/** How many partners at the end: a bar per count, those of the interval solid, with today's count and the target marked. */
export function CountHistogram({
	count,
	target,
	name,
	words: { t },
}: {
	count: CountForecast;
	target: number;
	name: string;
	words: ForecastWords;
}) {
	const { histogram, low, high, now } = count;
	const last = histogram.first + histogram.shares.length - 1;
	// The target belongs in the picture unless it would squeeze the distribution into a corner.
	const isTargetNear = target <= last + 3 * (last - Math.min(now, histogram.first) + 1);
	const from = Math.min(now, histogram.first, isTargetNear ? target : now) - 1;
	const to = Math.max(now, last, isTargetNear ? target : now) + 1;
	const width = to - from + 1;
	const highest = Math.max(...histogram.shares);
	const bar = (share: number, at: number) => {
		const tall = (share / highest) * HEIGHT;
		return `M${histogram.first + at - from + 0.08} ${HEIGHT}v${-tall}h0.84v${tall}z`;
	};
	const path = (isInside: boolean) =>
		histogram.shares
			.map((share, at) => {
				const ends = histogram.first + at;
				return share > 0 && (ends >= low && ends <= high) === isInside ? bar(share, at) : "";
			})
			.join("");
	const place = (value: number) => `${((value - from + 0.5) / width) * 100}%`;
	return (
		<figure>
			<div className="relative">
				<svg
					viewBox={`0 0 ${width} ${HEIGHT}`}
					preserveAspectRatio="none"
					className="h-28 w-full border-line-strong border-b"
					role="img"
					aria-label={t("band.histogram", { band: name })}
				>
					<path d={path(false)} className="fill-chart-1/30" />
					<path d={path(true)} className="fill-chart-1" />
				</svg>
				<Mark left={place(now)} className="border-ink-faint border-dashed" />
				{isTargetNear && <Mark left={place(target)} className="border-danger" />}
			</div>
			<div className="relative mt-1 h-4 text-ink-faint text-xs">
				<span className="figure -translate-x-1/2 absolute" style={{ left: place(low) }}>
					{formatCount(low)}
				</span>
				{high - low > width / 8 && (
					<span className="figure -translate-x-1/2 absolute" style={{ left: place(high) }}>
						{formatCount(high)}
					</span>
				)}
			</div>
			<figcaption className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
				<Key className="bg-chart-1" text={t("band.legendInterval")} />
				<Key className="bg-chart-1/30" text={t("band.legendOutside")} />
				<Key
					className="border-ink-faint border-l-2 border-dashed"
					text={t("band.legendNow", { count: formatCount(now) })}
					isLine
				/>
				{isTargetNear ? (
					<Key
						className="border-danger border-l-2"
						text={t("band.legendTarget", { target: formatCount(target) })}
						isLine
					/>
				) : (
					<span>{t("band.beyond", { target: formatCount(target) })}</span>
				)}
			</figcaption>
		</figure>
	);
}

function Mark({ left, className }: { left: string; className: string }) {
	return (
		<span
			aria-hidden="true"
			className={`-top-1 absolute bottom-0 border-l-2 ${className}`}
			style={{ left }}
		/>
	);
}

export function Key({ className, text, isLine }: { className: string; text: string; isLine?: boolean }) {
	return (
		<span className="inline-flex items-center gap-1.5">
			<span aria-hidden="true" className={`${isLine ? "h-3 w-0" : "size-2.5 rounded-xs"} ${className}`} />
			{text}
		</span>
	);
}

const ROWS = 60;

/** The same as text: every count with its share, and the chance of at least as many. */
export function CountTable({ count, words: { t } }: { count: CountForecast; words: ForecastWords }) {
	const { first, shares } = count.histogram;
	const tails = shares.map((_, at) => shares.slice(at).reduce((sum, share) => sum + share, 0));
	// A wide distribution is told in steps, so that the page stays light.
	const step = Math.ceil(shares.length / ROWS);
	const rows = shares.flatMap((_, at) => (at % step === 0 ? [at] : []));
	return (
		<details className="mt-3 text-sm">
			<summary className="cursor-pointer text-brand-ink text-xs">{t("band.table")}</summary>
			<div className="mt-2 max-h-64 overflow-y-auto">
				<table data-density="compact" className="data-table">
					<thead>
						<tr>
							<th scope="col">{t("band.ends")}</th>
							<th scope="col" className="figure-cell">
								{t("band.share")}
							</th>
							<th scope="col" className="figure-cell">
								{t("band.atLeast")}
							</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((at) => (
							<tr key={at}>
								<th scope="row" className="figure">
									{formatCount(first + at)}
									{step > 1 && `–${formatCount(Math.min(first + at + step, first + shares.length) - 1)}`}
								</th>
								<td className="figure-cell">
									{shareText(shares.slice(at, at + step).reduce((sum, share) => sum + share, 0))}
								</td>
								<td className="figure-cell">{shareText(tails[at] ?? 0)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
