import type { Metadata } from "next";
import Link from "next/link";
import { BindingTable } from "@/components/gmv/binding-table";
import { GmvStats } from "@/components/gmv/gmv-stats";
import { GmvTrend } from "@/components/gmv/gmv-trend";
import { ProposalTable } from "@/components/gmv/proposals/proposal-table";
import { ProposeDialog } from "@/components/gmv/proposals/propose-dialog";
import { bindingState } from "@/components/gmv/status-tones";
import { trackLabel } from "@/components/gmv/track-labels";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnShops } from "@/lib/domains/gmv/loaders";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("ownShops.title") };
}

export default async function OwnShopsPage() {
	const [t, locale, own] = await Promise.all([getTranslations("gmv"), getLocale(), loadOwnShops()]);
	if (!own) return <NotAdmitted />;
	const { bindings, tracks, ownTracks, proposals, gmv, today } = own;
	const shopsNow = bindings.filter((binding) => bindingState(binding, today) === "current").length;
	return (
		<ClientMessages namespaces={["gmv", "errors"]}>
			<PageHeader
				title={t("ownShops.title")}
				description={t("ownShops.description")}
				actions={
					<ProposeDialog
						as="PARTNER"
						tracks={ownTracks.map((code) => ({ value: code, label: trackLabel(tracks, code, locale) }))}
						today={today}
					/>
				}
			/>
			<div className="space-y-6">
				<GmvStats gmv={gmv} shops={shopsNow} today={today} />
				<Card className="overflow-hidden">
					{bindings.length > 0 ? (
						<BindingTable label={t("ownShops.table")} bindings={bindings} tracks={tracks} today={today} />
					) : (
						<EmptyState title={t("ownShops.empty")} description={t("ownShops.emptyHint")} />
					)}
				</Card>
				<Card className="overflow-hidden">
					<CardHeader title={t("proposals.ownTitle")} description={t("proposals.ownDescription")} />
					{proposals.length > 0 ? (
						<ProposalTable proposals={proposals} tracks={tracks} side="PARTNER" today={today} />
					) : (
						<EmptyState title={t("proposals.ownEmpty")} description={t("proposals.ownEmptyHint")} />
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
