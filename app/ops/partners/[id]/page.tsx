import type { Metadata } from "next";
import { BindShopDialog } from "@/components/gmv/bind-shop-dialog";
import { BindingTable } from "@/components/gmv/binding-table";
import { BindingTimeline } from "@/components/gmv/binding-timeline";
import { GmvStats } from "@/components/gmv/gmv-stats";
import { GmvTrend } from "@/components/gmv/gmv-trend";
import { PartnerFacts } from "@/components/gmv/partner-facts";
import { ProposeDialog } from "@/components/gmv/proposals/propose-dialog";
import { bindingState, partnerTones } from "@/components/gmv/status-tones";
import { trackLabel } from "@/components/gmv/track-labels";
import { PartnerActions } from "@/components/partnership/partner-actions";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import { TierBadge } from "@/components/ui/tier-badge";
import type { WindTier } from "@/components/ui/wind-barb";
import { loadPartner, type Query } from "@/lib/domains/gmv/loaders";
import { loadPartnerActions } from "@/lib/domains/partnership/loaders/ops";
import { formatCompactFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("partners.title") };
}

export default async function PartnerPage({ params, searchParams }: Props) {
	const [{ id }, { shop }, t] = await Promise.all([params, searchParams, getTranslations("gmv")]);
	const loaded = await loadPartner(id);
	const { partner, gmv, bindings, tracks, today } = loaded;
	const shopsNow = bindings.filter((binding) => bindingState(binding, today) === "current").length;
	return (
		<ClientMessages namespaces={["gmv", "errors"]}>
			<Crumb label={partner.name} />
			<PageHeader
				title={partner.name}
				meta={
					<>
						<TierBadge size="sm" tier={partner.tier as WindTier} name="" />
						<StatusBadge
							status={partner.status}
							tones={partnerTones}
							label={t(`partnerStatus.${partner.status}`)}
						/>
					</>
				}
				actions={<BindAction loaded={loaded} shop={typeof shop === "string" ? shop.slice(0, 64) : ""} />}
			/>
			<div className="space-y-6">
				<PartnerActions {...(await loadPartnerActions(id))} />
				<GmvStats gmv={gmv} shops={shopsNow} today={today} />
				<Card className="overflow-hidden">
					<CardHeader title={t("partner.bindings")} description={t("partner.bindingsHint")} />
					{bindings.length > 0 ? (
						<BindingTable
							label={t("partner.table")}
							bindings={bindings}
							tracks={tracks}
							today={today}
							partnerName={loaded.canBind ? partner.name : undefined}
							canCorrect={loaded.canCorrect}
						/>
					) : (
						<EmptyState title={t("partner.noBindings")} description={t("partner.noBindingsHint")} />
					)}
				</Card>
				<GmvTrend months={gmv.months} />
				<div className="grid items-start gap-6 xl:grid-cols-2">
					<PartnerFacts partner={partner} tracks={tracks} />
					{bindings.length > 0 && <BindingTimeline bindings={bindings} tracks={tracks} />}
				</div>
			</div>
		</ClientMessages>
	);
}

type Loaded = Awaited<ReturnType<typeof loadPartner>>;

async function BindAction({ loaded, shop }: { loaded: Loaded; shop: string }) {
	const locale = await getLocale();
	const { partner, tracks, freeShops, canBind, today } = loaded;
	if (!canBind) return null;
	const ownTracks = partner.trackCodes.map((code) => ({
		value: code,
		label: trackLabel(tracks, code, locale),
	}));
	return (
		<>
			<ProposeDialog as="PLATFORM" partnerId={partner.id} tracks={ownTracks} today={today} />
			<BindShopDialog
				canCorrect={loaded.canCorrect}
				partner={{ id: partner.id, name: partner.name }}
				tracks={ownTracks}
				shops={freeShops.map(({ code, name, paidFen, refundedFen }) => ({
					value: code,
					label: [name, formatCompactFen(paidFen - refundedFen, locale).text].filter(Boolean).join(" · "),
				}))}
				chosenShop={shop}
				today={today}
			/>
		</>
	);
}
