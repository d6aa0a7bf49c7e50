import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { indicators } from "@/lib/domains/trust/constants/scorecard";
import { readValue } from "@/lib/domains/trust/rules/scorecard/scorecard";
import type { ShopScorecard } from "@/lib/domains/trust/types/scorecard-views";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { sayValue } from "./words";

/** The figures behind the lines, the newest week first. */
export async function WeeksTable({ weeks }: Pick<ShopScorecard, "weeks">) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("scorecard"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("table")} description={t("tableHint")} />
			<Table label={t("table")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("weekLabel")}</TableHead>
						{indicators.map(({ code }) => (
							<TableHead key={code} numeric>
								{rules(`indicator.${code}`)}
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{weeks.toReversed().map(({ week, counts }) => (
						<TableRow key={week}>
							<TableRowHead className="figure whitespace-nowrap font-normal">
								{formatDate(week, locale)}
							</TableRowHead>
							{indicators.map((indicator) => {
								const value = readValue(indicator, counts[indicator.code]);
								return (
									<TableCell key={indicator.code} numeric className="whitespace-nowrap">
										{value === null ? "" : sayValue(t, indicator.unit, value)}
									</TableCell>
								);
							})}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
