import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
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
import { bandLine } from "@/lib/domains/programme/rules/show/names";
import type { LikelyList, LikelyPartner } from "@/lib/domains/programme/types/forecast-page";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { compact, type ForecastWords } from "./words";

/** Who may still cross a line, with the probability and what it takes a month. */
export function LikelyTable({
	list,
	limit,
	words,
}: {
	list: LikelyList;
	limit: number;
	words: ForecastWords;
}) {
	const { t, locale } = words;
	const title = t("likely.title", { line: bandLine(list.band, locale) });
	return (
		<Card className="overflow-hidden">
			<CardHeader title={title} description={t("likely.description", { limit: formatCount(limit) })} />
			{list.partners.length === 0 && <p className="px-5 pb-5 text-ink-faint text-sm">{t("likely.empty")}</p>}
			{list.partners.length > 0 && (
				<Table label={title} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{t("likely.partner")}</TableHead>
							<TableHead numeric>{t("likely.probability")}</TableHead>
							<TableHead numeric>{t("likely.now")}</TableHead>
							<TableHead numeric>{t("likely.final")}</TableHead>
							<TableHead numeric>{t("likely.needed")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{list.partners.map((one) => (
							<Row key={one.partnerId} one={one} words={words} />
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

function Row({ one, words }: { one: LikelyPartner; words: ForecastWords }) {
	const { t, locale } = words;
	return (
		<TableRow>
			<TableRowHead className="min-w-36">
				<Link href={routes.ops.partner(one.partnerId)} className="hover:text-brand-ink hover:underline">
					{one.name}
				</Link>
			</TableRowHead>
			<TableCell numeric className="font-semibold">
				{probabilityText(one.probability, words)}
			</TableCell>
			<TableCell numeric>
				<Figure value={formatCompactFen(one.netFen, locale)} unitClassName="text-[0.86em]" />
				<span className="block whitespace-nowrap text-ink-faint text-xs">
					{t("likely.gap", { gap: compact(one.gapFen, locale) })}
				</span>
			</TableCell>
			<TableCell numeric className="whitespace-nowrap">
				{t("likely.range", { low: compact(one.lowFen, locale), high: compact(one.highFen, locale) })}
			</TableCell>
			<TableCell numeric>
				{one.neededPer30DaysFen === null ? "–" : compact(one.neededPer30DaysFen, locale)}
			</TableCell>
		</TableRow>
	);
}
