import type { Metadata } from "next";
import Link from "next/link";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { OwnAppealRows } from "@/components/tiers/appeals/own-appeal-rows";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnTierAppeals } from "@/lib/domains/tiers/loaders/own-tier-appeals";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("tierappeals"))("own.title") };
}

export default async function OwnTierAppealsPage() {
	const [t, { appeals }] = await Promise.all([getTranslations("tierappeals"), loadOwnTierAppeals()]);
	return (
		<>
			<Crumb label={t("own.title")} />
			<PageHeader title={t("own.title")} description={t("own.description")} />
			{appeals.length === 0 ? (
				<EmptyState
					title={t("own.empty")}
					description={t("own.emptyHint")}
					actions={
						<Button asChild variant="secondary">
							<Link href={routes.partner.tier()}>{t("form.toTier")}</Link>
						</Button>
					}
				/>
			) : (
				<div className="bg-surface">
					<OwnAppealRows appeals={appeals} />
				</div>
			)}
		</>
	);
}
