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
import { probabilityText } from "@/lib/domains/programme/rules/show/forecast";
import { bandName } from "@/lib/domains/programme/rules/show/names";
import type { BandOutlook, SensitivityBand, StoredForecast } from "@/lib/domains/programme/types/forecast";
import { formatCount } from "@/lib/platform/format";
import type { ForecastWords } from "./words";

/** What would come out with one assumption changed: what the forecast hangs on, and what it does not. */
export function SensitivityTable({
	result,
	outlooks,
	words,
}: {
	result: StoredForecast;
	outlooks: readonly BandOutlook[];
	words: ForecastWords;
}) {
	const { t, locale } = words;
	const cell = (one: SensitivityBand | undefined, isMet: boolean) =>
		one
			? t("sensitivity.cell", {
					low: formatCount(one.low),
					high: formatCount(one.high),
					probability: probabilityText(one.probability, words, isMet),
				})
			: "–";
	const rows = [
		{
			key: "base" as const,
			of: (code: string) => {
				const forecast = outlooks.find(({ band }) => band.code === code)?.forecast;
				return forecast && { code, ...forecast.inBand };
			},
		},
		...result.sensitivity.map(({ name, bands }) => ({
			key: name,
			of: (code: string) => bands.find((band) => band.code === code),
		})),
	];
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("sensitivity.title")}
				description={t("sensitivity.description", { paths: formatCount(result.sensitivityPaths) })}
			/>
			<Table label={t("sensitivity.title")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("sensitivity.assumption")}</TableHead>
						{outlooks.map(({ band }) => (
							<TableHead key={band.code} numeric>
								{bandName(band, locale)}
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map(({ key, of }) => (
						<TableRow key={key}>
							<TableRowHead className={key === "base" ? "font-semibold" : undefined}>
								{t(`sensitivity.${key}`)}
							</TableRowHead>
							{outlooks.map(({ band, forecast }) => (
								<TableCell key={band.code} numeric className="whitespace-nowrap">
									{cell(of(band.code), forecast.inBand.now >= forecast.target)}
								</TableCell>
							))}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
