import Link from "next/link";
import { AuthNotice } from "@/components/identity/auth-notice";
import { InvitationPanel } from "@/components/identity/invitation-panel";
import { Button } from "@/components/ui/button";
import { loadInvitation, type Query } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("invitation.accept"), referrer: "no-referrer" as const };
}

export default async function InvitationPage({ searchParams }: { searchParams: Promise<Query> }) {
	const found = await loadInvitation(await searchParams);
	if (found) return <InvitationPanel {...found} />;
	const t = await getTranslations("identity");
	return (
		<AuthNotice
			picture="invalid"
			title={t("invitation.invalidTitle")}
			actions={
				<Button variant="secondary" asChild>
					<Link href={routes.home()}>{t("invitation.home")}</Link>
				</Button>
			}
		>
			{t("invitation.invalid")}
		</AuthNotice>
	);
}
