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
import type { PassRate } from "@/lib/domains/certification/types/statistics";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { title: string; head: string; rows: readonly PassRate[]; nameOf: (of: string) => string };

/** Pass rates of one level, by track or by month; a rate never stands without its numbers. */
export async function RateTable({ title, head, rows, nameOf }: Props) {
	const t = await getTranslations("examdesk");
	return (
		<Card className="overflow-hidden">
			<CardHeader title={title} />
			{rows.length === 0 ? (
				<p className="px-5 pb-5 text-ink-faint text-sm">{t("statistics.nobody")}</p>
			) : (
				<Table label={title} density="compact">
					<TableHeader>
						<TableRow>
							<TableHead>{head}</TableHead>
							<TableHead numeric>{t("statistics.sittings")}</TableHead>
							<TableHead numeric>{t("statistics.passed")}</TableHead>
							<TableHead numeric>{t("statistics.rate")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{rows.map(({ of, sittings, passed }) => (
							<TableRow key={of}>
								<TableRowHead className="whitespace-nowrap">{nameOf(of ?? "")}</TableRowHead>
								<TableCell numeric>{formatCount(sittings)}</TableCell>
								<TableCell numeric>{formatCount(passed)}</TableCell>
								<TableCell numeric>{formatBps(Math.round((passed / sittings) * 10_000))}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
