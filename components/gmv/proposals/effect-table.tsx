"use client";

import { useLocale, useTranslations } from "use-intl";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { formatCount, formatDate, formatFen } from "@/lib/platform/format";

export type Effect = {
	days: number;
	firstDay: string | null;
	lastDay: string | null;
	partnerName: string;
	partnerBeforeFen: bigint;
	partnerAfterFen: bigint;
	unattributedBeforeFen: bigint;
	unattributedAfterFen: bigint;
};

/** Net GMV of the affected days before and after, as the database computed it without keeping it. */
export function EffectTable({ effect }: { effect: Effect }) {
	const t = useTranslations("gmv.correct");
	const locale = useLocale();
	const rows = [
		{ who: effect.partnerName, before: effect.partnerBeforeFen, after: effect.partnerAfterFen },
		{ who: t("unattributed"), before: effect.unattributedBeforeFen, after: effect.unattributedAfterFen },
	];
	if (effect.days === 0) return <p className="text-ink-soft text-sm">{t("noDays")}</p>;
	return (
		<section aria-label={t("effect")} className="rounded-lg border">
			<p className="px-3 pt-3 text-ink-soft text-xs">
				{t("days", {
					count: formatCount(effect.days),
					from: formatDate(effect.firstDay ?? "", locale),
					to: formatDate(effect.lastDay ?? "", locale),
				})}
			</p>
			<Table label={t("effect")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("who")}</TableHead>
						<TableHead numeric>{t("before")}</TableHead>
						<TableHead numeric>{t("after")}</TableHead>
						<TableHead numeric>{t("change")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map(({ who, before, after }) => (
						<TableRow key={who}>
							<TableRowHead>{who}</TableRowHead>
							<TableCell numeric>{formatFen(before)}</TableCell>
							<TableCell numeric>{formatFen(after)}</TableCell>
							<TableCell numeric className="font-semibold">
								{after > before ? "+" : ""}
								{formatFen(after - before)}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</section>
	);
}
