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
import type { MonthJoins } from "@/lib/domains/playbook/types/portfolio";
import { formatCount, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** Brands that joined in the last months, by kind: a table whose cells carry their bars. */
export async function JoinsCard({ joins }: { joins: readonly MonthJoins[] }) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	const most = Math.max(1, ...joins.flatMap(({ wellKnown, newConsumption }) => [wellKnown, newConsumption]));
	const isEmpty = joins.every(({ wellKnown, newConsumption }) => wellKnown + newConsumption === 0);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("ops.joins")} description={isEmpty ? t("ops.joinsNone") : t("ops.joinsHint")} />
			{!isEmpty && (
				<Table label={t("ops.joins")} stickyFirst={false}>
					<TableHeader>
						<TableRow>
							<TableHead>{t("ops.joinsMonth")}</TableHead>
							<TableHead>{t("kind.WELL_KNOWN")}</TableHead>
							<TableHead>{t("kind.NEW_CONSUMPTION")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{[...joins].reverse().map(({ month, wellKnown, newConsumption }) => (
							<TableRow key={month}>
								<TableRowHead>{formatMonth(month, locale)}</TableRowHead>
								<BarCell count={wellKnown} most={most} className="bg-brand" />
								<BarCell count={newConsumption} most={most} className="bg-info" />
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

function BarCell({ count, most, className }: { count: number; most: number; className: string }) {
	return (
		<TableCell className="w-2/5">
			<span className="flex items-center gap-2">
				<span className="figure w-6 text-right">{formatCount(count)}</span>
				<span
					aria-hidden="true"
					className={`block h-2 rounded-full ${className}`}
					style={{ width: `${(80 * count) / most}%` }}
				/>
			</span>
		</TableCell>
	);
}
