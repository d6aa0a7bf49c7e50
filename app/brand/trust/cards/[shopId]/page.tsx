import type { Metadata } from "next";
import Link from "next/link";
import { BadgeCard } from "@/components/trust/card/badge-card";
import { CardLineCard } from "@/components/trust/card/card-line";
import { CardPageView } from "@/components/trust/card/card-page";
import { Button } from "@/components/ui/button";
import { loadBrandCard } from "@/lib/domains/trust/loaders/card";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ shopId: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustcard"))("title") };
}

export default async function BrandCardPage({ params }: Props) {
	const [t, { card, ceilings, portalUrl }] = await Promise.all([
		getTranslations("trustcard"),
		params.then(({ shopId }) => loadBrandCard(shopId)),
	]);
	const { shopId, shopCode } = card;
	return (
		<CardPageView
			card={card}
			depositHref={routes.brand.trustAccount(shopId)}
			actions={
				<Button asChild variant="secondary">
					<Link href={routes.brand.trustStress(shopId)}>{t("optIn.stress")}</Link>
				</Button>
			}
			aside={<BadgeCard shopCode={shopCode} shopName={card.shopName ?? shopCode} portalUrl={portalUrl} />}
		>
			{card.lines.map((line) => (
				<CardLineCard
					key={line.guarantee}
					shopId={shopId}
					line={line}
					side={{ kind: "brand", limits: ceilings }}
				/>
			))}
		</CardPageView>
	);
}
