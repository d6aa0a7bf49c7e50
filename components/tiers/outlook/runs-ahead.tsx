import { ArrowDown, ArrowUp, Equal } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { TierBadge } from "@/components/ui/tier-badge";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { Projection } from "@/lib/domains/tiers/rules/project-runs";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatCompactFen, formatCount, formatDate, formatMonth } from "@/lib/platform/format";
import { addMonths } from "@/lib/platform/time";
import { tierName } from "../tier-names";
import { openWords, type Words } from "./words";

type Props = { run: Projection; receipt: DecisionReceipt; words: Words };

/** The next three runs: what falls out of the window, and the tier the engine gives then. */
export async function RunsAhead({
	runs,
	receipt,
}: {
	runs: readonly Projection[];
	receipt: DecisionReceipt;
}) {
	const words = await openWords();
	const { t } = words;
	return (
		<Card>
			<CardHeader title={t("ahead.title")} description={t("ahead.description")} />
			<CardBody>
				<ol className="grid gap-4 lg:grid-cols-3">
					{runs.map((run) => (
						<Run key={run.period} {...{ run, receipt, words }} />
					))}
				</ol>
			</CardBody>
		</Card>
	);
}

function Run({ run, receipt, words }: Props) {
	const { t, locale } = words;
	return (
		<li className="flex flex-col rounded-lg border">
			<header className="flex flex-wrap items-baseline justify-between gap-2 border-b bg-sunken/60 px-4 py-2.5">
				<h3 className="font-semibold text-sm">
					{t("ahead.run", { month: formatMonth(run.period, locale) })}
				</h3>
				<span className="figure text-ink-faint text-xs">
					{t("ahead.when", { day: formatDate(run.asOf, locale) })}
				</span>
			</header>
			<dl className="grow space-y-2 px-4 py-3 text-sm">
				<Sales {...{ run, receipt, words }} />
				<Certificates {...{ run, receipt, words }} />
				{run.endingRedLines.length > 0 && (
					<Line name={t("ahead.redLines")}>
						{run.endingRedLines.map((record) => (
							<span key={record.id} className="block">
								{t("ahead.redLine", {
									kind: record.kind,
									day: formatDate(addMonths(record.occurredOn, receipt.rules.redLines.recordMonths), locale),
								})}
							</span>
						))}
					</Line>
				)}
			</dl>
			<footer className="border-t px-4 py-3">
				<p className="mb-1.5 text-ink-faint text-xs">{t("ahead.verdict")}</p>
				<Verdict name={t("ahead.booked")} tier={run.booked.tier} {...{ receipt, words }} />
				<Verdict name={t("ahead.steady")} tier={run.steady.tier} {...{ receipt, words }} />
			</footer>
		</li>
	);
}

function Line({ name, children }: { name: string; children: ReactNode }) {
	return (
		<div className="flex items-baseline justify-between gap-4">
			<dt className="shrink-0 text-ink-faint text-xs">{name}</dt>
			<dd className="figure min-w-0 text-right">{children}</dd>
		</div>
	);
}

function Sales({ run, words: { t, locale } }: Props) {
	const show = (fen: bigint) => formatCompactFen(fen, locale).text;
	const month = (name: string) => formatMonth(name, locale, { short: true });
	const isShort = run.neededFen !== null && run.neededFen > 0n;
	return (
		<>
			<Line name={`${t("ahead.leaving")} · ${month(run.leavingMonth)}`}>−{show(run.leavingFen)}</Line>
			<Line
				name={`${t("ahead.entered")} · ${month(run.period)} ${t(run.isEnteredWhole ? "ahead.whole" : "ahead.soFar")}`}
			>
				+{show(run.enteredFen)}
			</Line>
			<Line name={t("ahead.then")}>
				<span className="font-semibold">{show(run.gmvFen)}</span>
				{run.lineFen !== null && run.neededFen !== null && (
					<span className={cn("block text-xs", isShort ? "text-danger-ink" : "text-success-ink")}>
						{isShort
							? t("ahead.needed", { amount: show(run.neededFen) })
							: t("ahead.above", { amount: show(run.gmvFen - run.lineFen) })}
						<span className="text-ink-faint"> · {t("ahead.line", { amount: show(run.lineFen) })}</span>
					</span>
				)}
			</Line>
		</>
	);
}

function Certificates({ run, words: { t, locale } }: Props) {
	const { senior, intermediate, junior } = run.experts;
	return (
		<Line name={t("ahead.certs")}>
			{run.endingCertificates.length === 0 ? (
				<span className="text-ink-soft">{t("ahead.certsNone")}</span>
			) : (
				run.endingCertificates.map((one) => (
					<span key={one.number} className="block text-warning-ink">
						{t("ahead.certsOne", {
							holder: one.holderName,
							level: t(`certs.levels.${one.level}`),
							day: formatDate(one.endsOn, locale),
						})}
					</span>
				))
			)}
			<span className="block text-ink-faint text-xs">
				{t("ahead.certsThen", {
					senior: formatCount(senior),
					intermediate: formatCount(intermediate),
					junior: formatCount(junior),
				})}
			</span>
		</Line>
	);
}

function Verdict({
	name,
	tier,
	receipt,
	words: { t, locale },
}: {
	name: string;
	tier: TierLevel;
	receipt: DecisionReceipt;
	words: Words;
}) {
	const now = receipt.decision.tier;
	const move = tier === now ? "same" : tier < now ? "down" : "up";
	const Icon = { same: Equal, down: ArrowDown, up: ArrowUp }[move];
	return (
		<p className="flex items-center justify-between gap-3 py-0.5 text-sm">
			<span className="text-ink-soft text-xs">{name}</span>
			<span className="flex items-center gap-2">
				<span
					className={cn(
						"flex items-center gap-1 text-xs",
						move === "down" ? "text-danger-ink" : move === "up" ? "text-success-ink" : "text-ink-faint",
					)}
				>
					<Icon aria-hidden="true" className="size-3.5" />
					{t(`ahead.${move}`)}
				</span>
				<TierBadge size="sm" tier={tier} name={tierName(receipt.rules.tiers, tier, locale)} />
			</span>
		</p>
	);
}
