import type { Metadata } from "next";
import { ClaimPageView } from "@/components/trust/claims/claim-page";
import { loadClaim } from "@/lib/domains/trust/loaders/claims";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("title") };
}

export default async function ClaimPage({ params }: Props) {
	return <ClaimPageView loaded={await params.then(({ id }) => loadClaim(id))} side="desk" />;
}
