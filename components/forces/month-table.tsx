import { CopyableId } from "@/components/ui/copyable-id";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { forceCodes } from "@/lib/domains/forces/constants";
import { metricsOfForce } from "@/lib/domains/forces/rules/metrics-of-force";
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import type { ForceMonthRevision } from "@/lib/domains/forces/types";
import { formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Month } from "@/lib/platform/time";
import { showMetric } from "./show-metric";

/** A partner's raw counts month by month, grouped by the force they measure, and the batch each month came by. */
export async function MonthTable({
	months,
	revisions,
}: {
	months: readonly Month[];
	revisions: readonly ForceMonthRevision[];
}) {
	const [t, tNames, locale] = await Promise.all([
		getTranslations("forces"),
		getTranslations("mapping"),
		getLocale(),
	]);
	// The highest revision of a month stands first.
	const current = months.map((month) => ({ month, row: revisions.find((one) => one.month === month) }));
	return (
		<Table label={t("months.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-44">{t("months.metric")}</TableHead>
					{current.map(({ month }) => (
						<TableHead key={month} numeric>
							{formatMonth(month, locale)}
						</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				{forceCodes.flatMap((force) => [
					<TableRow key={force}>
						<TableRowHead className="bg-sunken py-2! font-semibold">{t(`names.${force}`)}</TableRowHead>
						{current.map(({ month }) => (
							<TableCell key={month} className="bg-sunken" />
						))}
					</TableRow>,
					...forceMetrics
						.filter(({ key }) => (metricsOfForce[force] as readonly string[]).includes(key))
						.map(({ key, name }) => (
							<TableRow key={key}>
								<TableRowHead className="font-normal">{tNames(`fields.${name}`)}</TableRowHead>
								{current.map(({ month, row }) => (
									<TableCell key={month} numeric>
										{row ? showMetric(key, row) : <span className="text-ink-faint">{t("months.none")}</span>}
									</TableCell>
								))}
							</TableRow>
						)),
				])}
				<TableRow>
					<TableRowHead className="bg-sunken font-normal text-ink-soft">{t("months.source")}</TableRowHead>
					{current.map(({ month, row }) => (
						<TableCell key={month} numeric className="bg-sunken align-top text-ink-soft text-xs">
							{row && <Origin row={row} words={{ t, locale }} />}
						</TableCell>
					))}
				</TableRow>
			</TableBody>
		</Table>
	);
}

type Words = {
	t: Awaited<ReturnType<typeof getTranslations<"forces">>>;
	locale: Awaited<ReturnType<typeof getLocale>>;
};

/** Where a month's figures came from and since when they count. */
function Origin({ row, words: { t, locale } }: { row: ForceMonthRevision; words: Words }) {
	return (
		<span className="flex flex-col items-end gap-0.5">
			<span>{t("months.revision", { revision: String(row.revision) })}</span>
			{row.batchId ? (
				<>
					<span className="font-mono">{row.sourceCode}</span>
					<CopyableId value={row.batchId} label={t("months.batch")} shortened />
					{row.knownAt && <span className="whitespace-nowrap">{formatDateTime(row.knownAt, locale)}</span>}
				</>
			) : (
				<span>{t("months.noBatch")}</span>
			)}
		</span>
	);
}
