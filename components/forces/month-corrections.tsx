import { Card, CardHeader } from "@/components/ui/card";
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
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import type { ForceMonthRevision } from "@/lib/domains/forces/types";
import { formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { showMetric } from "./show-metric";

type Correction = { before: ForceMonthRevision; after: ForceMonthRevision };

/** Neighbouring revisions of a month; the highest of a month stands first. */
function listCorrections(revisions: readonly ForceMonthRevision[]): Correction[] {
	return revisions.flatMap((after, index) => {
		const before = revisions[index + 1];
		return before && before.month === after.month ? [{ before, after }] : [];
	});
}

/** What a correction changed, from what to what, and since when; nothing where no month was corrected. */
export async function MonthCorrections({ revisions }: { revisions: readonly ForceMonthRevision[] }) {
	const [t, tNames, locale] = await Promise.all([
		getTranslations("forces"),
		getTranslations("mapping"),
		getLocale(),
	]);
	const corrections = listCorrections(revisions);
	if (corrections.length === 0) return null;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("months.corrections")} description={t("months.correctionsHint")} />
			<Table label={t("months.corrections")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead className="min-w-28">{t("months.month")}</TableHead>
						<TableHead className="min-w-64">{t("months.changed")}</TableHead>
						<TableHead>{t("months.since")}</TableHead>
						<TableHead>{t("months.batch")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{corrections.map(({ before, after }) => (
						<TableRow key={`${after.month}-${after.revision}`}>
							<TableRowHead>
								{formatMonth(after.month, locale)}
								<span className="block font-normal text-ink-faint text-xs">
									{t("months.replaced", { before: String(before.revision), after: String(after.revision) })}
								</span>
							</TableRowHead>
							<TableCell>
								<ul className="flex flex-col gap-0.5">
									{forceMetrics
										.filter(({ key }) => before[key] !== after[key])
										.map(({ key, name }) => (
											<li key={key}>
												{tNames(`fields.${name}`)}{" "}
												<span className="figure whitespace-nowrap">
													<s className="text-ink-faint">{showMetric(key, before)}</s> →{" "}
													{showMetric(key, after)}
												</span>
											</li>
										))}
								</ul>
							</TableCell>
							<TableCell className="whitespace-nowrap">
								{after.knownAt ? formatDateTime(after.knownAt, locale) : t("months.noBatch")}
							</TableCell>
							<TableCell>
								{after.batchId ? (
									<CopyableId value={after.batchId} label={t("months.batch")} shortened />
								) : (
									t("months.none")
								)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
