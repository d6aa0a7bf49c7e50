import type { ProductDay } from "@/lib/domains/playbook/rules/steps/burst";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

const WIDTH = 720;
const HEIGHT = 220;
const PAD = { top: 10, bottom: 2 };
/** Days after which the curve goes on without an end in sight. */
const maxDays = 120;

export type CurveProps = {
	days: readonly ProductDay[];
	first: Day;
	week: { readonly from: Day; readonly to: Day };
	/** Mean fen a day of the baseline and of the best week; null without a baseline. */
	meanBefore: number | null;
	meanBest: number;
	label: string;
};

/** The days the curve is drawn over: from the baseline's first, at most `maxDays`, the best week always among them. */
export function spanOf(first: Day, last: Day, weekTo: Day): Day[] {
	const from = addDays(first, -28);
	const to =
		daysBetween(from, last) < maxDays
			? last
			: weekTo > addDays(from, maxDays)
				? weekTo
				: addDays(from, maxDays);
	const start = daysBetween(from, to) < maxDays ? from : addDays(to, -maxDays);
	return Array.from({ length: daysBetween(start, to) + 1 }, (_, index) => addDays(start, index));
}

/** Bars by day, the baseline and the best seven days behind them, each with its daily mean. */
export function BurstCurve({ days, first, week, meanBefore, meanBest, label }: CurveProps) {
	const span = spanOf(first, days.at(-1)?.day ?? week.to, week.to);
	const byDay = new Map(days.map((one) => [one.day, one]));
	const most = span.reduce((top, day) => Math.max(top, Number(byDay.get(day)?.paidFen ?? 0n)), meanBest) || 1;
	const step = WIDTH / span.length;
	const x = (day: Day) => daysBetween(span[0] ?? day, day) * step;
	const height = (fen: number) => ((HEIGHT - PAD.top - PAD.bottom) * fen) / most;
	const y = (fen: number) => HEIGHT - PAD.bottom - height(fen);
	const band = { from: Math.max(0, x(addDays(first, -28))), to: x(first) };
	const best = { from: x(week.from), to: x(addDays(week.to, 1)) };
	return (
		<svg
			role="img"
			aria-label={label}
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			preserveAspectRatio="none"
			className="h-48 w-full"
		>
			<rect x={band.from} y={0} width={band.to - band.from} height={HEIGHT} className="fill-sunken" />
			<rect x={best.from} y={0} width={best.to - best.from} height={HEIGHT} className="fill-brand-soft" />
			{span.map((day) => {
				const one = byDay.get(day);
				if (!one) return null;
				const [paid, pushed] = [Number(one.paidFen), Number(one.distributionFen)];
				const width = Math.max(1, step * 0.72);
				return (
					<g key={day}>
						<rect x={x(day)} y={y(paid)} width={width} height={height(paid)} className="fill-line-strong" />
						<rect x={x(day)} y={y(pushed)} width={width} height={height(pushed)} className="fill-brand" />
					</g>
				);
			})}
			{meanBefore !== null && (
				<path
					d={`M${band.from} ${y(meanBefore)}H${band.to}`}
					vectorEffect="non-scaling-stroke"
					className="stroke-2 stroke-ink"
					strokeDasharray="5 3"
				/>
			)}
			<path
				d={`M${best.from} ${y(meanBest)}H${best.to}`}
				vectorEffect="non-scaling-stroke"
				className="stroke-2 stroke-ink"
				strokeDasharray="5 3"
			/>
			<path
				d={`M${band.to} 0V${HEIGHT}`}
				vectorEffect="non-scaling-stroke"
				className="stroke-2 stroke-warning"
			/>
		</svg>
	);
}
