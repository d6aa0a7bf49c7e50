import type { Metadata } from "next";
import Link from "next/link";
import { FirstDays } from "@/components/admission/home/first-days";
import { NextSteps } from "@/components/admission/home/next-steps";
import { QuickLinks } from "@/components/admission/home/quick-links";
import { StandingHero } from "@/components/admission/home/standing-hero";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { PartnerStatusBadge } from "@/components/tiers/partner-status-badge";
import { StandingBanner } from "@/components/tiers/standing-banner";
import { TierHero } from "@/components/tiers/tier-hero";
import { Button } from "@/components/ui/button";
import { loadAdmissionStanding } from "@/lib/domains/admission/loaders/applicant";
import { loadOwnTier, type OwnTier } from "@/lib/domains/tiers/loaders";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("admission");
	return { title: t("home.title") };
}

/** The partner's home: where it stands, its tier, and the next step. */
export default async function PartnerHomePage() {
	const [t, locale, standing, own] = await Promise.all([
		getTranslations("admission"),
		getLocale(),
		loadAdmissionStanding(),
		loadOwnTier(),
	]);
	// After an exit the company stands where every applicant does; its record stays to be read.
	const isPartner = own !== null && own.partner.status !== "EXITED";
	return (
		<ClientMessages namespaces={["admission", "tiers"]}>
			<PageHeader
				title={t("home.hello", { name: standing.userName })}
				meta={own && <PartnerStatusBadge status={own.partner.status} />}
				description={own && t("home.admittedOn", { date: formatDate(own.partner.admittedOn, locale) })}
				actions={own && <TierLink />}
			/>
			<div className="space-y-6">
				{isPartner ? <HeldTier {...own} /> : <StandingHero {...standing} />}
				{standing.firstDays && <FirstDays plan={standing.firstDays} />}
				{isPartner && (own.stored || standing.firstDays) ? (
					<QuickLinks />
				) : (
					<NextSteps
						state={standing.application?.state ?? null}
						isPartner={isPartner}
						reviewWorkingDays={standing.policy.document.reviewWorkingDays}
					/>
				)}
			</div>
		</ClientMessages>
	);
}

async function TierLink() {
	const t = await getTranslations("admission");
	return (
		<Button asChild>
			<Link href={routes.partner.tier()}>{t("home.tierLink")}</Link>
		</Button>
	);
}

function HeldTier({ partner, stored, policy }: OwnTier) {
	return (
		<>
			<StandingBanner partner={partner} stored={stored} />
			<TierHero partner={partner} stored={stored} tiers={policy.tiers} />
		</>
	);
}
