import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { RecallLineRow } from "@/lib/domains/trust/types/claim-views";
import type { ScreenReason } from "@/lib/domains/trust/types/claims";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** Lines of a dry run: what each would be granted, or why it is left out. */
export async function RecallLines({ lines, label }: { lines: readonly RecallLineRow[]; label: string }) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustclaims"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	return (
		<Table label={label}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("recall.order")}</TableHead>
					<TableHead>{t("page.paidAt")}</TableHead>
					<TableHead numeric>{t("recall.paid")}</TableHead>
					<TableHead numeric>{t("recall.amount")}</TableHead>
					<TableHead>{t("recall.why")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{lines.map((line) => (
					<TableRow key={`${line.eventId}/${line.lineNo}`}>
						<TableRowHead className="figure whitespace-nowrap font-normal">
							{line.eventId} / {line.lineNo}
						</TableRowHead>
						<TableCell className="figure whitespace-nowrap">{formatDateTime(line.paidAt, locale)}</TableCell>
						<TableCell numeric>{formatFen(line.paidFen)}</TableCell>
						<TableCell numeric>{line.amountFen === null ? "–" : formatFen(line.amountFen)}</TableCell>
						<TableCell>
							{line.reason === null
								? ""
								: line.reason === "NO_TERMS_THEN"
									? t("recall.NO_TERMS_THEN")
									: rules(`reason.${line.reason as ScreenReason}`)}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
