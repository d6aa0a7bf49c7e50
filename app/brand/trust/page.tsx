import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { CardList } from "@/components/trust/card/card-list";
import { Button } from "@/components/ui/button";
import { loadBrandCards } from "@/lib/domains/trust/loaders/card";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustcard"))("title") };
}

export default async function BrandCardsPage({ searchParams }: Props) {
	const [t, list] = await Promise.all([getTranslations("trustcard"), searchParams.then(loadBrandCards)]);
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("brandDescription")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.brand.trustStress()}>{t("optIn.stress")}</Link>
					</Button>
				}
			/>
			<CardList path={routes.brand.trustCards()} hrefOf={routes.brand.trustCard} {...list} />
		</>
	);
}
