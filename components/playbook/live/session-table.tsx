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
import type { LiveSessionRow } from "@/lib/domains/playbook/types/channel";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { businessDayOf } from "@/lib/platform/time";

/** The sessions of a month: first what of each counts, and why it is less than its length. */
export async function SessionTable({ sessions }: { sessions: readonly LiveSessionRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("selflive"), getLocale()]);
	const show = (minutes: number) => t("minutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
	const notesOf = (one: LiveSessionRow) => [
		...(one.minutes < one.lengthMinutes ? [t("shared", { length: show(one.lengthMinutes) })] : []),
		...(businessDayOf(new Date(one.endedAt.getTime() - 1000)) > one.day ? [t("overnight")] : []),
		...(one.revision > 1 ? [t("corrected", { revision: one.revision })] : []),
	];
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("list")} description={t("rules")} />
			<Table label={t("list")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("col.day")}</TableHead>
						<TableHead numeric>{t("col.counted")}</TableHead>
						<TableHead numeric>{t("col.gmv")}</TableHead>
						<TableHead>{t("col.shop")}</TableHead>
						<TableHead>{t("col.from")}</TableHead>
						<TableHead>{t("col.to")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{sessions.toReversed().map((one) => (
						<TableRow key={`${one.shopName} ${one.sessionId}`}>
							<TableRowHead className="whitespace-nowrap font-normal">
								{formatDate(one.day, locale)}
							</TableRowHead>
							<TableCell numeric className="max-w-40">
								{show(one.minutes)}
								{notesOf(one).map((note) => (
									<span key={note} className="block text-2xs text-ink-soft">
										{note}
									</span>
								))}
							</TableCell>
							<TableCell numeric>{formatFen(one.paidFen)}</TableCell>
							<TableCell>
								{one.shopName}
								<span className="block font-mono text-2xs text-ink-faint">{one.sessionId}</span>
							</TableCell>
							<TableCell className="whitespace-nowrap">{formatDateTime(one.startedAt, locale)}</TableCell>
							<TableCell className="whitespace-nowrap">{formatDateTime(one.endedAt, locale)}</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
