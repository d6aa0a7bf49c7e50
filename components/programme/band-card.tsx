import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { Explain } from "@/components/ui/explain";
import type { BandCount, ProgrammeTerms } from "@/lib/domains/programme/types";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { bandName } from "./band-name";

/** One band against its target: the count, the bar with today's mark of a straight line, and where the pace leads. */
export async function BandCard({
	state,
	terms,
	asOf,
	emphasis,
}: {
	state: BandCount;
	terms: ProgrammeTerms;
	asOf: string;
	emphasis?: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("programme"), getLocale()]);
	const { band, count, expectedTenths, projectedCount, reachedThisMonth } = state;
	const name = bandName(band, locale);
	const soft = emphasis ? "text-on-night-soft" : "text-ink-faint";
	return (
		<section
			aria-label={name}
			className={cn(
				"sail-lg relative overflow-hidden p-5 sm:p-7",
				emphasis ? "bg-night text-on-night" : "border bg-surface",
			)}
		>
			{emphasis && <div aria-hidden="true" className="isobars absolute inset-0 text-on-night opacity-10" />}
			<div className="relative">
				<div className="flex items-center justify-between gap-3">
					<h2 className={cn("font-medium", emphasis ? "text-on-night" : "text-ink")}>{name}</h2>
					<BandExplanation state={state} terms={terms} asOf={asOf} />
				</div>
				<p className="mt-2 flex items-baseline gap-2">
					<span className={cn("figure font-semibold text-[3.25rem] leading-none", emphasis && "text-spark")}>
						{formatCount(count)}
					</span>
					<span className={soft}>{t("bands.of", { target: formatCount(band.targetCount) })}</span>
				</p>
				<PaceBar
					state={state}
					emphasis={emphasis}
					label={t("bands.progress", { band: name, count, target: band.targetCount })}
				/>
				<div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
					<PaceVerdict state={state} emphasis={emphasis} />
					<span className={soft}>{t("bands.expected", { expected: formatTenths(expectedTenths) })}</span>
				</div>
				<p className={cn("mt-1 text-sm", soft)}>
					{t("bands.projected", { count: formatCount(projectedCount) })} ·{" "}
					{reachedThisMonth > 0
						? t("bands.reached", { count: formatCount(reachedThisMonth) })
						: t("bands.reachedNone")}
				</p>
			</div>
			<span className="sr-only">{formatCompactFen(band.thresholdFen, locale).exact}</span>
		</section>
	);
}

async function PaceVerdict({ state, emphasis }: { state: BandCount; emphasis?: boolean }) {
	const t = await getTranslations("programme");
	const ahead = state.count - Math.floor(state.expectedTenths / 10);
	const classes = cn(
		"rounded-sm px-2 py-0.5 font-medium text-xs",
		ahead > 0 && "bg-success-soft text-success-ink",
		ahead < 0 && "bg-warning-soft text-warning-ink",
		ahead === 0 && (emphasis ? "bg-night-line text-on-night" : "bg-sunken text-ink-soft"),
	);
	if (ahead === 0) return <span className={classes}>{t("bands.onPace")}</span>;
	return (
		<span className={classes}>
			{t(ahead > 0 ? "bands.ahead" : "bands.behind", { count: formatCount(Math.abs(ahead)) })}
		</span>
	);
}

function PaceBar({ state, emphasis, label }: { state: BandCount; emphasis?: boolean; label: string }) {
	const { band, count, expectedTenths, projectedCount } = state;
	const span = Math.max(band.targetCount, count);
	const share = (value: number) => `${Math.min(100, (value / span) * 100)}%`;
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={span}
			aria-valuenow={count}
			className="relative mt-5 h-4"
		>
			<div
				className={cn(
					"absolute inset-0 overflow-hidden rounded-[2px_9px_2px_2px]",
					emphasis ? "bg-night-line" : "bg-sunken ring-1 ring-line ring-inset",
				)}
			>
				<div
					className={cn("hatched absolute inset-y-0 left-0", emphasis ? "text-spark/60" : "text-chart-1/60")}
					style={{ width: share(projectedCount) }}
				/>
				<div
					className={cn(
						"absolute inset-y-0 left-0 rounded-[2px_9px_2px_2px]",
						emphasis ? "bg-spark" : "bg-chart-1",
					)}
					style={{ width: share(count) }}
				/>
			</div>
			<div
				className={cn("-inset-y-1.5 absolute w-0.5 rounded-full", emphasis ? "bg-on-night" : "bg-ink")}
				style={{ left: share(expectedTenths / 10) }}
			/>
		</div>
	);
}

async function BandExplanation({
	state,
	terms,
	asOf,
}: {
	state: BandCount;
	terms: ProgrammeTerms;
	asOf: string;
}) {
	const [t, locale] = await Promise.all([getTranslations("programme"), getLocale()]);
	const line = formatCompactFen(state.band.thresholdFen, locale).text;
	const rule = t(state.band.inclusive ? "explain.inclusive" : "explain.exclusive", { line });
	const from = formatDate(terms.range.from, locale);
	return (
		<Explain subject={bandName(state.band, locale)}>
			<p>{t("explain.band", { rule })}</p>
			<p>{t("explain.range", { from, to: formatDate(asOf, locale) })}</p>
			<p>{t("explain.pace")}</p>
			<p>{t("explain.projection")}</p>
			<p>
				<Link href={routes.ops.partners()} className="text-brand-ink underline underline-offset-4">
					{t("explain.rows")}
				</Link>
			</p>
		</Explain>
	);
}

function formatTenths(tenths: number): string {
	const whole = formatCount(Math.floor(tenths / 10));
	return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}
