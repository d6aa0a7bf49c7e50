import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Delta } from "@/components/ui/delta";
import { EmptyState } from "@/components/ui/empty-state";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { StreamerRow } from "@/lib/domains/playbook/types/burst";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { Day } from "@/lib/platform/time";

type Props = { streamers: readonly StreamerRow[]; period: { from: Day; to: Day } };

/** Who sells for a brand, best first. */
export async function StreamersCard({ streamers, period }: Props) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const hint = t("streamers.hint", {
		from: formatDate(period.from, locale),
		to: formatDate(period.to, locale),
	});
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("streamers.title")} description={hint} />
			{streamers.length === 0 ? (
				<EmptyState title={t("streamers.empty")} description={t("streamers.emptyHint")} />
			) : (
				<Table label={t("streamers.title")}>
					<TableHeader>
						<TableRow>
							<TableHead>{t("streamers.name")}</TableHead>
							<TableHead numeric>{t("streamers.fen")}</TableHead>
							<TableHead numeric>{t("streamers.change")}</TableHead>
							<TableHead numeric>{t("streamers.sales")}</TableHead>
							<TableHead numeric>{t("streamers.days")}</TableHead>
							<TableHead>{t("streamers.last")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{streamers.map((one) => (
							<TableRow key={one.streamerId}>
								<TableRowHead className="min-w-28">{one.streamerId}</TableRowHead>
								<TableCell numeric>{formatCompactFen(one.fen, locale).text}</TableCell>
								<TableCell numeric>
									{one.beforeFen > 0n ? (
										<Delta
											label={formatCompactFen(one.beforeFen, locale).text}
											bps={Number(((one.fen - one.beforeFen) * 10_000n) / one.beforeFen)}
										/>
									) : (
										<Badge tone="info">{t("streamers.new")}</Badge>
									)}
								</TableCell>
								<TableCell numeric>{formatCount(one.sales)}</TableCell>
								<TableCell numeric>{formatCount(one.days)}</TableCell>
								<TableCell className="whitespace-nowrap">{formatDate(one.lastDay, locale)}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
