import type { Metadata } from "next";
import { OwnApplication } from "@/components/benefits/own-application";
import { ClientMessages } from "@/components/shell/client-messages";
import { loadOwnApplication } from "@/lib/domains/benefits/loaders/own";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("application.title") };
}

export default async function OwnBenefitApplicationPage({ params }: { params: Promise<{ id: string }> }) {
	const page = await loadOwnApplication("brand", (await params).id);
	return (
		<ClientMessages namespaces={["benefits", "pools", "files", "errors"]}>
			<OwnApplication {...page} />
		</ClientMessages>
	);
}
