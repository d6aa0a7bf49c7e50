import type { Metadata } from "next";
import Link from "next/link";
import { CardLineCard } from "@/components/trust/card/card-line";
import { CardPageView } from "@/components/trust/card/card-page";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { loadCard } from "@/lib/domains/trust/loaders/card";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ shopId: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustcard"))("title") };
}

export default async function CardPage({ params }: Props) {
	const [t, { card, canSuspend }] = await Promise.all([
		getTranslations("trustcard"),
		params.then(({ shopId }) => loadCard(shopId)),
	]);
	return (
		<CardPageView
			card={card}
			depositHref={routes.ops.trustAccount(card.shopId)}
			actions={
				<Button asChild variant="secondary">
					<Link href={routes.trustCard(card.shopCode)}>{t("badge.page")}</Link>
				</Button>
			}
			notice={
				!canSuspend && (
					<Banner tone="info" className="mb-4">
						{t("ops.readOnly")}
					</Banner>
				)
			}
		>
			{card.lines.map((line) => (
				<CardLineCard
					key={line.guarantee}
					shopId={card.shopId}
					line={line}
					side={{ kind: "desk", canSuspend }}
				/>
			))}
		</CardPageView>
	);
}
