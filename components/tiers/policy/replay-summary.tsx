"use client";

import { useLocale, useTranslations } from "use-intl";
import { MoveCount } from "@/components/tiers/move-count";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { tierLevels } from "@/lib/domains/tiers/constants";
import type { PeriodReplay } from "@/lib/domains/tiers/types";
import { formatCount, formatMonth } from "@/lib/platform/format";

/** The periods below one another: partners per tier then and replayed, and how many move. */
export function ReplaySummary({ periods }: { periods: readonly PeriodReplay[] }) {
	const t = useTranslations("policylab");
	const locale = useLocale();
	return (
		<section className="pt-4">
			<h3 className="px-5 font-semibold text-ink text-sm">{t("replay.summary")}</h3>
			<p className="mt-0.5 mb-2 px-5 text-ink-faint text-xs">{t("replay.summaryHint")}</p>
			<Table label={t("replay.summary")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("replay.period")}</TableHead>
						<TableHead numeric>{t("replay.partners")}</TableHead>
						{tierLevels.map((level) => (
							<TableHead key={level} numeric>
								T{level}
							</TableHead>
						))}
						<TableHead numeric>{t("replay.changed")}</TableHead>
						<TableHead numeric>{t("replay.up")}</TableHead>
						<TableHead numeric>{t("replay.down")}</TableHead>
						<TableHead numeric>{t("replay.probation")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{periods.map((period) => (
						<TableRow key={period.runId}>
							<TableRowHead className="whitespace-nowrap">{formatMonth(period.period, locale)}</TableRowHead>
							<TableCell numeric>{formatCount(period.partners)}</TableCell>
							{tierLevels.map((level) => (
								<TableCell key={level} numeric className="whitespace-nowrap">
									<BeforeAfter before={period.before[level - 1] ?? 0} after={period.after[level - 1] ?? 0} />
								</TableCell>
							))}
							<TableCell numeric>{formatCount(period.changed)}</TableCell>
							<TableCell numeric>
								<MoveCount count={period.up} direction="up" />
							</TableCell>
							<TableCell numeric>
								<MoveCount count={period.down} direction="down" />
							</TableCell>
							<TableCell numeric className="whitespace-nowrap">
								<BeforeAfter before={period.probationBefore} after={period.probationAfter} />
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</section>
	);
}

/** One figure where nothing differs, both where something does. */
function BeforeAfter({ before, after }: { before: number; after: number }) {
	const t = useTranslations("policylab");
	if (before === after) return <span className="text-ink-faint">{formatCount(before)}</span>;
	return (
		<span className="font-medium text-ink">
			{t("replay.probationValue", { before: formatCount(before), after: formatCount(after) })}
		</span>
	);
}
