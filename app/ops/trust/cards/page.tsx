import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { CardList } from "@/components/trust/card/card-list";
import { DensitySwitch } from "@/components/ui/density-switch";
import { loadCards } from "@/lib/domains/trust/loaders/card";
import { getTranslations } from "@/lib/platform/i18n/server";
import { readPreferences } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustcard"))("title") };
}

export default async function CardsPage({ searchParams }: Props) {
	const [t, list, { density }] = await Promise.all([
		getTranslations("trustcard"),
		searchParams.then(loadCards),
		readPreferences(),
	]);
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("opsDescription")}
				actions={<DensitySwitch density={density} />}
			/>
			<CardList
				path={routes.ops.trustCards()}
				hrefOf={routes.ops.trustCard}
				density={density}
				showsBrand
				{...list}
			/>
		</>
	);
}
