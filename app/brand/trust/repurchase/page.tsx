import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ReportView } from "@/components/trust/repurchase/report-view";
import { loadOwnRepurchase } from "@/lib/domains/trust/loaders/repurchase";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("repurchase"))("title") };
}

export default async function RepurchasePage({ searchParams }: Props) {
	const [t, report] = await Promise.all([
		getTranslations("repurchase"),
		searchParams.then(loadOwnRepurchase),
	]);
	return (
		<>
			<PageHeader title={t("title")} description={t("description")} />
			<ReportView path={routes.brand.trustRepurchase()} {...report} />
		</>
	);
}
