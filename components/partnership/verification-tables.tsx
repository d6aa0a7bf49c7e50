import Link from "next/link";
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
import type { VerificationRecord } from "@/lib/domains/partnership/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { DayBadge } from "./day-badge";
import { GiveNoticeDialog } from "./give-notice-dialog";
import { verificationTones } from "./tones";

type Row = VerificationRecord & { partnerName: string };

export async function VerificationTable({ rows, today }: { rows: readonly Row[]; today: string }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	return (
		<Table label={t("verifications.title")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("exits.partner")}</TableHead>
					<TableHead>{t("exits.state")}</TableHead>
					<TableHead>{t("verifications.dueOn")}</TableHead>
					<TableHead>{t("verifications.submittedAt")}</TableHead>
					<TableHead>{t("verifications.findings")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => {
					const failed = row.checks?.results.filter(({ status }) => status === "failed").length ?? 0;
					const found = failed + (row.checks && !row.checks.isLicenceValid ? 1 : 0);
					return (
						<TableRow key={row.id}>
							<TableRowHead>
								<Link href={routes.ops.verification(row.id)} className="text-brand-ink hover:underline">
									{row.partnerName}
								</Link>
							</TableRowHead>
							<TableCell>
								<StatusBadge
									status={row.state}
									tones={verificationTones}
									label={t(`verify.states.${row.state}`)}
								/>
							</TableCell>
							<TableCell className="whitespace-nowrap">
								<span className="figure mr-2">{formatDate(row.dueOn, locale)}</span>
								{row.state === "OPEN" && <DayBadge day={row.dueOn} today={today} />}
							</TableCell>
							<TableCell className="figure whitespace-nowrap">
								{row.submittedAt ? formatDate(row.submittedAt, locale) : "–"}
							</TableCell>
							<TableCell className={found > 0 ? "text-danger-ink" : "text-ink-soft"}>
								{row.checks ? t("verifications.found", { count: found }) : "–"}
							</TableCell>
						</TableRow>
					);
				})}
			</TableBody>
		</Table>
	);
}

type LicenceProps = {
	rows: readonly { id: string; name: string; licenceExpiresOn: string }[];
	windowDays: number;
	canManage: boolean;
};

/** Licences that have run out, each with a notice drafted. */
export async function LicenceTable({ rows, windowDays, canManage }: LicenceProps) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	return (
		<Table label={t("verifications.tabs.licences")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("exits.partner")}</TableHead>
					<TableHead>{t("verifications.licenceDay")}</TableHead>
					{canManage && <TableHead>{t("list.actions")}</TableHead>}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<TableRow key={row.id}>
						<TableRowHead>
							<Link href={routes.ops.partner(row.id)} className="text-brand-ink hover:underline">
								{row.name}
							</Link>
						</TableRowHead>
						<TableCell className="figure whitespace-nowrap">
							{formatDate(row.licenceExpiresOn, locale)}
						</TableCell>
						{canManage && (
							<TableCell>
								<GiveNoticeDialog
									size="sm"
									partner={row}
									windowDays={windowDays}
									kind="LICENCE_EXPIRED"
									reasons={["LICENCE_EXPIRED"]}
									statement={t("give.licenceStatement", { day: formatDate(row.licenceExpiresOn, locale) })}
								/>
							</TableCell>
						)}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
