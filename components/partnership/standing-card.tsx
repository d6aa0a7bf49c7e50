import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { PartnerRecord } from "@/lib/domains/partnership/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** Where the partnership stands, in days. */
export async function StandingCard({ partner }: { partner: PartnerRecord }) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const shown = (day: string | null) => day && formatDate(day, locale);
	const facts = [
		{ term: t("standing.admittedOn"), detail: shown(partner.admittedOn) },
		...(partner.exitedOn
			? [
					{ term: t("standing.exitedOn"), detail: shown(partner.exitedOn) },
					{ term: t("standing.frozenFrom"), detail: shown(partner.benefitsFrozenFrom) },
				]
			: [
					{ term: t("standing.nextVerificationOn"), detail: shown(partner.nextVerificationOn) },
					{
						term: t("standing.licence"),
						detail: shown(partner.licenceExpiresOn) ?? t("standing.licenceOpen"),
					},
				]),
	];
	return (
		<Card>
			<CardHeader title={t("standing.title")} />
			<CardBody>
				<DescriptionList items={facts} columns={2} />
			</CardBody>
		</Card>
	);
}
