import { EndOtherSignIns } from "@/components/identity/end-other-sign-ins";
import { SignInList } from "@/components/identity/sign-in-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { loadSignIns } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("sessions.title") };
}

export default async function SessionsPage() {
	const [{ signIns, currentId }, t] = await Promise.all([loadSignIns(), getTranslations("identity")]);
	return (
		<ClientMessages namespaces={["identity", "errors"]}>
			<Crumb label={t("sessions.title")} />
			<PageHeader
				title={t("sessions.title")}
				description={t("sessions.description")}
				actions={signIns.length > 1 && <EndOtherSignIns />}
			/>
			<SignInList signIns={signIns} currentId={currentId} />
			<p className="mt-4 text-ink-faint text-xs">{t("sessions.idle")}</p>
		</ClientMessages>
	);
}
