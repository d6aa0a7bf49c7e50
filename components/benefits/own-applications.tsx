import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ApplicationRow } from "@/lib/domains/benefits/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import type { BenefitWorkspace } from "./catalogue";
import { benefitOf, showExact, stateTones } from "./words";

/** What the reader's own organisation asked for. */
export async function OwnApplications({
	rows,
	workspace,
}: {
	rows: readonly ApplicationRow[];
	workspace: BenefitWorkspace;
}) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("own.applications")} />
			{rows.length === 0 ? (
				<EmptyState title={t("own.noApplications")} />
			) : (
				<Table label={t("own.applications")}>
					<TableHeader>
						<TableRow>
							<TableHead className="min-w-44">{t("work.benefit")}</TableHead>
							<TableHead>{t("work.state")}</TableHead>
							<TableHead numeric>{t("application.amount")}</TableHead>
							<TableHead numeric>{t("application.spent")}</TableHead>
							<TableHead>{t("application.expires")}</TableHead>
							<TableHead>{t("work.appliedOn")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{rows.map((row) => (
							<TableRow key={row.id}>
								<TableRowHead>
									<Link
										href={routes[workspace].benefitApplication(row.id)}
										className="hover:text-brand-ink hover:underline"
									>
										{benefitOf(row, locale)}
									</Link>
									{row.streamer && (
										<span className="block font-normal text-ink-faint text-xs">{row.streamer}</span>
									)}
								</TableRowHead>
								<TableCell>
									<StatusBadge status={row.state} tones={stateTones} label={t(`states.${row.state}`)} />
								</TableCell>
								<TableCell numeric>{showExact(row.unit && row.amount, row.unit)}</TableCell>
								<TableCell numeric>{showExact(row.unit && row.spent, row.unit)}</TableCell>
								<TableCell className="whitespace-nowrap">
									{row.expiresOn ? formatDate(row.expiresOn, locale) : "–"}
								</TableCell>
								<TableCell className="whitespace-nowrap">{formatDate(row.createdAt, locale)}</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}
