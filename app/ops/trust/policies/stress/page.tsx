import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { StressBoard } from "@/components/trust/stress/stress-board";
import { firstAssumptions } from "@/lib/domains/trust/constants/stress";
import { loadOpsStress } from "@/lib/domains/trust/loaders/policies";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("stress.metaTitle") };
}

export default async function OpsStressPage() {
	const [t, policies] = await Promise.all([getTranslations("trustrules"), loadOpsStress()]);
	const orders = formatCount(firstAssumptions.orders);
	return (
		<ClientMessages namespaces={["trustrules"]}>
			<Crumb label={t("stress.title")} />
			<PageHeader title={t("stress.title")} description={t("stress.description", { orders })} />
			<StressBoard policies={policies} />
		</ClientMessages>
	);
}
