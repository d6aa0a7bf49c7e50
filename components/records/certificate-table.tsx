import Link from "next/link";
import { StatusBadge, type StatusTones } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { EXPIRING_DAYS } from "@/lib/domains/certification/constants/certificates";
import type { CertificateRow } from "@/lib/domains/certification/types/certificates";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays } from "@/lib/platform/time";
import { RevokeCertificate } from "./take-back";

type State = "valid" | "expiring" | "expired" | "revoked";
const tones: StatusTones<State> = {
	valid: "success",
	expiring: "warning",
	expired: "neutral",
	revoked: "danger",
};

function stateOf({ revokedOn, expiresOn }: CertificateRow, today: string): State {
	if (revokedOn) return "revoked";
	if (expiresOn <= today) return "expired";
	return expiresOn <= addDays(today, EXPIRING_DAYS) ? "expiring" : "valid";
}

type Props = { rows: readonly CertificateRow[]; today: string; mayManage: boolean };

export async function CertificateTable({ rows, today, mayManage }: Props) {
	const t = await getTranslations("records");
	return (
		<Table label={t("certificates.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("certificates.column.holder")}</TableHead>
					<TableHead>{t("certificates.column.partner")}</TableHead>
					<TableHead>{t("certificates.column.level")}</TableHead>
					<TableHead>{t("certificates.column.number")}</TableHead>
					<TableHead>{t("certificates.column.span")}</TableHead>
					<TableHead>{t("certificates.column.state")}</TableHead>
					{mayManage && <TableHead className="w-0" />}
				</TableRow>
			</TableHeader>
			<TableBody>
				{rows.map((row) => (
					<CertificateLine key={row.id} row={row} state={stateOf(row, today)} mayManage={mayManage} />
				))}
			</TableBody>
		</Table>
	);
}

async function CertificateLine({
	row,
	state,
	mayManage,
}: {
	row: CertificateRow;
	state: State;
	mayManage: boolean;
}) {
	const [t, locale] = await Promise.all([getTranslations("records"), getLocale()]);
	const isOpen = state === "valid" || state === "expiring";
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">{row.holderName}</TableRowHead>
			<TableCell className="min-w-48">
				<Link
					href={routes.ops.partner(row.partnerId)}
					className="hover:text-brand-ink hover:underline hover:underline-offset-4"
				>
					{row.partnerName}
				</Link>
			</TableCell>
			<TableCell className="whitespace-nowrap">{t(`certificates.level.${row.level}`)}</TableCell>
			<TableCell className="whitespace-nowrap font-mono text-xs">
				{row.number}
				{row.registeredBy && (
					<span className="block font-sans text-ink-faint">
						{t("certificates.registeredBy", { name: row.registeredBy })}
					</span>
				)}
			</TableCell>
			<TableCell className="figure whitespace-nowrap">
				{t("certificates.until", {
					from: formatDate(row.issuedOn, locale),
					to: formatDate(row.expiresOn, locale),
				})}
			</TableCell>
			<TableCell className="min-w-28">
				<StatusBadge status={state} tones={tones} label={t(`certificates.state.${state}`)} />
				{row.revokeReason && <span className="mt-1 block text-ink-soft text-xs">{row.revokeReason}</span>}
			</TableCell>
			{mayManage && <TableCell>{isOpen && <RevokeCertificate certificate={row} />}</TableCell>}
		</TableRow>
	);
}
