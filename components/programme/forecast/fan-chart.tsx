import type { FanPoint } from "@/lib/domains/programme/rules/forecast/fan";
import type { BandMonth } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatDate, formatMonth } from "@/lib/platform/format";
import { type Day, monthOf } from "@/lib/platform/time";
import { Key } from "./count-histogram";
import type { ForecastWords } from "./words";

type Known = { readonly until: Day; readonly count: number };
type Ahead = { readonly until: Day; readonly low: number; readonly middle: number; readonly high: number };
type Props = {
	known: readonly Known[];
	ahead: readonly Ahead[];
	target: number;
	name: string;
	words: ForecastWords;
};

const HEIGHT = 100;

/** What a band counted at each month-end up to the day the forecast knows, and what it is expected to count after it. */
export function fanOf(
	code: string,
	history: readonly BandMonth[],
	fan: readonly FanPoint[],
	asOf: Day,
): Pick<Props, "known" | "ahead"> {
	return {
		known: history
			.filter(({ until }) => until <= asOf)
			.map(({ until, counts }) => ({ until, count: counts[code] ?? 0 })),
		ahead: fan.flatMap(({ end, bands }) => {
			const band = bands.find((one) => one.code === code);
			return band ? [{ until: end, low: band.low, middle: band.middle, high: band.high }] : [];
		}),
	};
}

/** The way to the end: the known counts as a line, then the middle and the 80% interval by month, with the target marked. */
export function FanChart({ known, ahead, target, name, words }: Props) {
	const { t, locale } = words;
	const last = known.at(-1);
	if (!last || ahead.length === 0) return null;
	const highest = Math.max(...known.map(({ count }) => count), ...ahead.map(({ high }) => high), 1);
	// A target far above would press the interval flat.
	const isTargetNear = target <= 1.4 * highest;
	const top = Math.max(highest, isTargetNear ? target : 0) * 1.08;
	const steps = known.length + ahead.length - 1;
	const x = (at: number) => (steps > 0 ? (at / steps) * 100 : 0);
	const y = (count: number) => HEIGHT - (count / top) * HEIGHT;
	const path = (points: readonly (readonly [number, number])[]) =>
		points.map(([at, count], index) => `${index === 0 ? "M" : "L"}${x(at)} ${y(count)}`).join("");
	const from = known.length - 1;
	const start = [from, last.count] as const;
	const side = (end: "low" | "middle" | "high") => [
		start,
		...ahead.map((point, at) => [from + 1 + at, point[end]] as const),
	];
	const days = [...known, ...ahead].map(({ until }) => until);
	const labels = [0, from, days.length - 1].filter((at, index, all) => all.indexOf(at) === index);
	return (
		<figure className="mt-6">
			<p className="mb-2 font-medium text-ink text-sm">{t("fan.title")}</p>
			<div className="relative">
				<svg
					viewBox={`0 0 100 ${HEIGHT}`}
					preserveAspectRatio="none"
					className="h-36 w-full border-line-strong border-b"
					role="img"
					aria-label={t("fan.label", { band: name })}
				>
					<path
						d={`${path(side("high"))}${path([...side("low")].reverse()).replace("M", "L")}Z`}
						className="fill-chart-1/25"
					/>
					<Stroke d={path(known.map(({ count }, at) => [at, count] as const))} className="stroke-chart-1" />
					<Stroke d={path(side("middle"))} className="stroke-chart-1" isDashed />
					{isTargetNear && <Stroke d={`M0 ${y(target)}H100`} className="stroke-danger" />}
				</svg>
				<span className="figure -top-4 absolute right-0 text-2xs text-ink-faint">
					{formatCount(Math.round(top))}
				</span>
			</div>
			<div className="relative mt-1 h-4 text-2xs text-ink-faint">
				{labels.map((at) => (
					<span
						key={at}
						className={`figure absolute whitespace-nowrap ${at === 0 ? "" : at === days.length - 1 ? "-translate-x-full" : "-translate-x-1/2"}`}
						style={{ left: `${x(at)}%` }}
					>
						{formatMonth(monthOf(days[at] ?? ""), locale, { short: true })}
					</span>
				))}
			</div>
			<figcaption className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
				<Key className="border-chart-1 border-l-2" text={t("fan.known")} isLine />
				<Key className="border-chart-1 border-l-2 border-dashed" text={t("fan.middle")} isLine />
				<Key className="bg-chart-1/25" text={t("fan.interval")} />
				{isTargetNear ? (
					<Key
						className="border-danger border-l-2"
						text={t("fan.target", { target: formatCount(target) })}
						isLine
					/>
				) : (
					<span>{t("fan.beyond", { target: formatCount(target) })}</span>
				)}
			</figcaption>
			<p className="mt-1 text-ink-faint text-xs">{t("fan.hint")}</p>
			<FanTable known={known} ahead={ahead} words={words} />
		</figure>
	);
}

function Stroke({ d, className, isDashed }: { d: string; className: string; isDashed?: boolean }) {
	return (
		<path
			d={d}
			fill="none"
			vectorEffect="non-scaling-stroke"
			strokeWidth={2}
			strokeDasharray={isDashed ? "5 4" : undefined}
			className={className}
		/>
	);
}

/** The same as text. */
function FanTable({ known, ahead, words: { t, locale } }: Pick<Props, "known" | "ahead" | "words">) {
	return (
		<details className="mt-3 text-sm">
			<summary className="cursor-pointer text-brand-ink text-xs">{t("fan.table")}</summary>
			<div className="mt-2 max-h-64 overflow-y-auto">
				<table data-density="compact" className="data-table">
					<thead>
						<tr>
							<th scope="col">{t("fan.month")}</th>
							<th scope="col" className="figure-cell">
								{t("fan.count")}
							</th>
							<th scope="col" className="figure-cell">
								{t("fan.interval")}
							</th>
						</tr>
					</thead>
					<tbody>
						{known.map(({ until, count }) => (
							<tr key={until}>
								<th scope="row" className="figure">
									{formatDate(until, locale)}
								</th>
								<td className="figure-cell">{formatCount(count)}</td>
								<td className="figure-cell">{t("fan.known")}</td>
							</tr>
						))}
						{ahead.map(({ until, low, middle, high }) => (
							<tr key={until}>
								<th scope="row" className="figure">
									{formatDate(until, locale)}
								</th>
								<td className="figure-cell">{formatCount(middle)}</td>
								<td className="figure-cell">
									{t("band.count", { low: formatCount(low), high: formatCount(high) })}
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</details>
	);
}
