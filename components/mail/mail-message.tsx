import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { MailMessageView } from "@/lib/platform/mail/types";
import { routes } from "@/lib/platform/routes/routes";
import { mailTones } from "./mail-status";
import { MailText } from "./mail-text";

export async function MailMessage({ mail }: { mail: MailMessageView }) {
	const [t, locale] = await Promise.all([getTranslations("mail"), getLocale()]);
	const isWaiting = mail.status === "PENDING";
	return (
		<div className="flex flex-col gap-4">
			<Card>
				<CardBody className="pt-5">
					<DescriptionList
						columns={3}
						items={[
							{ term: t("page.recipient"), detail: <span className="break-all">{mail.recipient}</span> },
							{
								term: t("page.status"),
								detail: (
									<StatusBadge status={mail.status} tones={mailTones} label={t(`status.${mail.status}`)} />
								),
							},
							{ term: t("page.createdAt"), detail: formatDateTime(mail.createdAt, locale) },
							{ term: t("page.sentAt"), detail: mail.sentAt && formatDateTime(mail.sentAt, locale) },
							{ term: t("page.attempts"), detail: formatCount(mail.attempts) },
							{
								term: t("page.nextAttemptAt"),
								detail: isWaiting ? formatDateTime(mail.nextAttemptAt, locale) : null,
							},
							...(mail.lastError ? [{ term: t("page.lastError"), detail: mail.lastError, wide: true }] : []),
						]}
					/>
				</CardBody>
			</Card>
			{mail.text === null ? (
				<Banner>{t("page.hidden")}</Banner>
			) : (
				<Card>
					<CardHeader title={t("page.text")} />
					<CardBody>
						<MailText text={mail.text} />
					</CardBody>
				</Card>
			)}
			<div>
				<Button variant="secondary" asChild>
					<Link href={routes.ops.mail()}>{t("page.back")}</Link>
				</Button>
			</div>
		</div>
	);
}
