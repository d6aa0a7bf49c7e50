import type { Metadata } from "next";
import Link from "next/link";
import { BindingTable } from "@/components/gmv/binding-table";
import { GmvStats } from "@/components/gmv/gmv-stats";
import { GmvTrend } from "@/components/gmv/gmv-trend";
import { bindingState } from "@/components/gmv/status-tones";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnShops } from "@/lib/domains/gmv/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("ownShops.title") };
}

export default async function OwnShopsPage() {
	const [t, own] = await Promise.all([getTranslations("gmv"), loadOwnShops()]);
	if (!own) return <NotAdmitted />;
	const { bindings, tracks, gmv, today } = own;
	const shopsNow = bindings.filter((binding) => bindingState(binding, today) === "current").length;
	return (
		<ClientMessages namespaces={["gmv"]}>
			<PageHeader title={t("ownShops.title")} description={t("ownShops.description")} />
			<div className="space-y-6">
				<GmvStats gmv={gmv} shops={shopsNow} today={today} />
				<Card className="overflow-hidden">
					{bindings.length > 0 ? (
						<BindingTable label={t("ownShops.table")} bindings={bindings} tracks={tracks} today={today} />
					) : (
						<EmptyState title={t("ownShops.empty")} description={t("ownShops.emptyHint")} />
					)}
				</Card>
				<GmvTrend months={gmv.months} />
			</div>
		</ClientMessages>
	);
}

async function NotAdmitted() {
	const t = await getTranslations("gmv");
	return (
		<>
			<PageHeader title={t("ownShops.title")} description={t("ownShops.description")} />
			<Card>
				<EmptyState
					title={t("ownShops.notAdmitted")}
					description={t("ownShops.notAdmittedHint")}
					actions={
						<Button asChild>
							<Link href={routes.partner.application()}>{t("ownShops.toApplication")}</Link>
						</Button>
					}
				/>
			</Card>
		</>
	);
}
