import type { Metadata } from "next";
import { OfferedDetail } from "@/components/benefits/offered-detail";
import { nameOf } from "@/components/benefits/words";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { loadOfferedBenefit } from "@/lib/domains/benefits/loaders/own";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [{ id }, locale] = await Promise.all([params, getLocale()]);
	const { benefit } = await loadOfferedBenefit("partner", id);
	return { title: nameOf(benefit, locale) };
}

export default async function OfferedBenefitPage({ params }: Props) {
	const [{ id }, t, locale] = await Promise.all([params, getTranslations("benefits"), getLocale()]);
	const one = await loadOfferedBenefit("partner", id);
	const name = nameOf(one.benefit, locale);
	return (
		<ClientMessages namespaces={["benefits", "errors"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={t(`programmes.${one.benefit.programme}`)}
				meta={
					<>
						<Badge tone="brand">{t(`modules.${one.benefit.module}`)}</Badge>
						<Badge>{t(`audiences.${one.benefit.audience}`)}</Badge>
					</>
				}
			/>
			<OfferedDetail {...one} workspace="partner" />
		</ClientMessages>
	);
}
