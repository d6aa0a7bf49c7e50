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
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { MailRow } from "@/lib/platform/mail/types";
import { routes } from "@/lib/platform/routes/routes";
import { mailTones } from "./mail-status";

export async function MailTable({ mails }: { mails: readonly MailRow[] }) {
	const [t, locale] = await Promise.all([getTranslations("mail"), getLocale()]);
	return (
		<Table label={t("page.table")}>
			<TableHeader>
				<TableRow>
					<TableHead>{t("page.subject")}</TableHead>
					<TableHead>{t("page.recipient")}</TableHead>
					<TableHead>{t("page.status")}</TableHead>
					<TableHead>{t("page.createdAt")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{mails.map((mail) => (
					<TableRow key={mail.id}>
						<TableRowHead className="min-w-44">
							<Link
								href={routes.ops.mailMessage(mail.id)}
								prefetch={false}
								className="text-brand-ink underline-offset-4 hover:underline"
							>
								{mail.subject}
							</Link>
						</TableRowHead>
						<TableCell className="whitespace-nowrap">{mail.recipient}</TableCell>
						<TableCell>
							<StatusBadge status={mail.status} tones={mailTones} label={t(`status.${mail.status}`)} />
						</TableCell>
						<TableCell className="figure whitespace-nowrap text-ink-soft">
							{formatDateTime(mail.createdAt, locale)}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
