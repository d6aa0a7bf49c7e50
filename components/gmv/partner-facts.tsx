import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionList } from "@/components/ui/description-list";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { type TrackName, trackLabel } from "./track-labels";

type PartnerFactsProps = {
	partner: {
		uscc: string;
		region: string;
		trackCodes: readonly string[];
		admittedOn: string;
		applicationId: string | null;
	};
	tracks: readonly TrackName[];
};

export async function PartnerFacts({ partner, tracks }: PartnerFactsProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const application = partner.applicationId && (
		<Link
			href={routes.ops.application(partner.applicationId)}
			className="text-brand-ink underline decoration-brand-ink/40 underline-offset-4"
		>
			{t("partner.openApplication")}
		</Link>
	);
	return (
		<Card>
			<CardHeader title={t("partner.facts")} />
			<CardBody>
				<DescriptionList
					items={[
						{
							term: t("partners.uscc"),
							detail: <CopyableId value={partner.uscc} label={t("partners.uscc")} />,
						},
						{
							term: t("partner.tracks"),
							detail: partner.trackCodes
								.map((code) => trackLabel(tracks, code, locale))
								.join(locale === "en" ? ", " : "、"),
						},
						{ term: t("partners.region"), detail: partner.region },
						{ term: t("partners.admittedOn"), detail: formatDate(partner.admittedOn, locale) },
						...(application ? [{ term: t("partner.application"), detail: application }] : []),
					]}
				/>
			</CardBody>
		</Card>
	);
}
