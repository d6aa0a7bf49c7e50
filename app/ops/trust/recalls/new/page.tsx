import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { RecallForm } from "@/components/trust/recalls/recall-form";
import { Card, CardBody } from "@/components/ui/card";
import { loadRecallForm } from "@/lib/domains/trust/loaders/recalls";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("recall.new") };
}

export default async function NewRecallPage() {
	const [t, shops] = await Promise.all([getTranslations("trustclaims"), loadRecallForm()]);
	return (
		<ClientMessages namespaces={["trustclaims", "trustrules", "errors"]}>
			<Crumb label={t("recall.new")} />
			<PageHeader title={t("recall.new")} description={t("recall.description")} />
			<Card className="max-w-4xl">
				<CardBody className="pt-5">
					<RecallForm shops={shops} />
				</CardBody>
			</Card>
		</ClientMessages>
	);
}
