import { MailMessage } from "@/components/mail/mail-message";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { getTranslations } from "@/lib/platform/i18n/server";
import { loadMail } from "@/lib/platform/mail/loaders";

export async function generateMetadata() {
	const t = await getTranslations("mail");
	return { title: t("page.title"), referrer: "no-referrer" as const };
}

export default async function MailMessagePage({ params }: { params: Promise<{ id: string }> }) {
	const mail = await loadMail((await params).id);
	return (
		<>
			<Crumb label={mail.subject} />
			<PageHeader title={mail.subject} />
			<MailMessage mail={mail} />
		</>
	);
}
