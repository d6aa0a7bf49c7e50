import type { Metadata } from "next";
import { Apply } from "@/components/programme/landing/apply";
import { BrandSteps } from "@/components/programme/landing/brand-steps";
import { Closing } from "@/components/programme/landing/closing";
import { Facts } from "@/components/programme/landing/facts";
import { Forces } from "@/components/programme/landing/forces";
import { Goals } from "@/components/programme/landing/goals";
import { Hero } from "@/components/programme/landing/hero";
import { Support } from "@/components/programme/landing/support";
import { Tiers } from "@/components/programme/landing/tiers";
import { Trust } from "@/components/programme/landing/trust";
import { loadPublishedStandards } from "@/lib/domains/admission/loaders/standards";
import { loadPublicStepPolicy } from "@/lib/domains/playbook/loaders/step-policy";
import { loadPublishedTierPolicy } from "@/lib/domains/tiers/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("landing");
	return { title: { absolute: t("title") }, description: t("description"), robots: { index: true } };
}

export default async function LandingPage() {
	const [published, tierPolicy, stepPolicy] = await Promise.all([
		loadPublishedStandards(),
		loadPublishedTierPolicy(),
		loadPublicStepPolicy({}),
	]);
	return (
		<>
			<Hero tiers={tierPolicy.document.tiers} />
			<Goals />
			<Facts />
			<Support />
			<Forces />
			<Tiers published={tierPolicy} />
			{stepPolicy && <BrandSteps policy={stepPolicy.shown.document} />}
			<Trust />
			<Apply published={published} />
			<Closing />
		</>
	);
}
