import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { escapeXml } from "@/lib/domains/trust/rules/card/badge";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { CopySnippet } from "./copy-snippet";

type Props = { shopCode: string; shopName: string; portalUrl: string };

/** The badge as others see it, with the code that puts it on another page. */
export async function BadgeCard({ shopCode, shopName, portalUrl }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustcard"), getLocale()]);
	const page = new URL(routes.trustCard(shopCode), portalUrl).href;
	const image = new URL(routes.trustBadge(shopCode, locale), portalUrl).href;
	const alt = t("badge.alt", { shop: shopName });
	const snippet = `<a href="${escapeXml(page)}"><img src="${escapeXml(image)}" alt="${escapeXml(alt)}" height="32"></a>`;
	return (
		<Card>
			<CardHeader title={t("badge.title")} description={t("badge.text")} />
			<CardBody className="space-y-4">
				{/* biome-ignore lint/performance/noImgElement: the very image that other sites embed. */}
				<img src={routes.trustBadge(shopCode, locale)} alt={alt} height={32} className="h-8 max-w-full" />
				<p className="text-sm">
					<a
						href={routes.trustCard(shopCode)}
						target="_blank"
						rel="noreferrer"
						className="text-brand-ink underline underline-offset-4"
					>
						{t("badge.page")}
					</a>
				</p>
				<CopySnippet value={snippet} />
			</CardBody>
		</Card>
	);
}
