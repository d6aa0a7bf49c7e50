import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { RunHead } from "@/lib/domains/tiers/types";
import { formatCount, formatDateTime, formatMonth } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { MoveCount } from "./move-count";
import { runTones } from "./run-tones";
import { TierDistribution } from "./tier-distribution";
import { openWords, type Words } from "./words";

export async function RunList({ runs }: { runs: readonly { run: RunHead; summary: RunSummary }[] }) {
	const words = await openWords();
	const { t } = words;
	return (
		<Card className="overflow-hidden">
			<Table label={t("runs.table")}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("runs.period")}</TableHead>
						<TableHead>{t("runs.status")}</TableHead>
						<TableHead numeric>{t("runs.partners")}</TableHead>
						<TableHead className="min-w-56">{t("runs.distribution")}</TableHead>
						<TableHead numeric>{t("runs.promoted")}</TableHead>
						<TableHead numeric>{t("runs.demoted")}</TableHead>
						<TableHead>{t("runs.policy")}</TableHead>
						<TableHead>{t("runs.startedBy")}</TableHead>
						<TableHead>{t("runs.finalisedAt")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{runs.map(({ run, summary }) => (
						<RunRow words={words} key={run.runId} run={run} summary={summary} />
					))}
				</TableBody>
			</Table>
		</Card>
	);
}

function RunRow({ run, summary, words }: { run: RunHead; summary: RunSummary; words: Words }) {
	const { t, locale } = words;
	const { total } = summary;
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">
				<Link
					href={routes.ops.evaluation(run.runId)}
					className="text-brand-ink underline-offset-4 hover:underline"
				>
					{formatMonth(run.period, locale)}
				</Link>
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				{run.isSuperseded ? (
					<Badge>{t("runs.superseded")}</Badge>
				) : (
					<StatusBadge status={run.status} tones={runTones} label={t(`runs.statusName.${run.status}`)} />
				)}
			</TableCell>
			<TableCell numeric>{formatCount(total.partners)}</TableCell>
			<TableCell>
				<TierDistribution words={words} tiers={total.tiers} />
			</TableCell>
			<TableCell numeric>
				<MoveCount count={total.promoted} direction="up" />
			</TableCell>
			<TableCell numeric>
				<MoveCount count={total.demoted} direction="down" />
			</TableCell>
			<TableCell className="whitespace-nowrap text-ink-soft text-xs">
				{t("runs.policyValue", { tier: run.tierPolicyVersion, force: run.forcePolicyVersion })}
			</TableCell>
			<TableCell className="whitespace-nowrap text-ink-soft">{run.startedBy ?? t("runs.system")}</TableCell>
			<TableCell className="figure whitespace-nowrap text-ink-soft">
				{run.finalisedAt ? formatDateTime(run.finalisedAt, locale) : "–"}
			</TableCell>
		</TableRow>
	);
}
