import type { Metadata } from "next";
import Link from "next/link";
import { ApplyForm } from "@/components/fund/own/apply-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { loadNewFundApplication } from "@/lib/domains/fund/loaders/partner";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("fund"))("form.title") };
}

export default async function NewFundApplicationPage() {
	const [t, page] = await Promise.all([getTranslations("fund"), loadNewFundApplication()]);
	return (
		<ClientMessages namespaces={["fund", "files", "errors"]}>
			<Crumb label={t("form.title")} />
			<PageHeader title={t("form.title")} description={t("form.description")} />
			{page.objection ? (
				<Banner
					tone="warning"
					actions={
						<Button asChild variant="secondary" size="sm">
							<Link href={routes.partner.fund()}>{t("own.list")}</Link>
						</Button>
					}
				>
					{t(`own.objections.${page.objection}`)}
				</Banner>
			) : (
				<Card className="max-w-3xl">
					<CardBody className="pt-5">
						<ApplyForm partnerId={page.partnerId} files={page.files} />
					</CardBody>
				</Card>
			)}
		</ClientMessages>
	);
}
