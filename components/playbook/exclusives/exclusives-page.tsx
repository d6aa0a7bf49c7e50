import { BrandPage } from "@/components/playbook/stations/brand-pages";
import { ClientMessages } from "@/components/shell/client-messages";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import { exclusiveStages } from "@/lib/domains/playbook/constants/exclusives";
import type { LoadedExclusives } from "@/lib/domains/playbook/types/channel";
import { formatBps, formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ExclusiveCard } from "./exclusive-card";
import { NewExclusive } from "./new-exclusive";

/** A brand's products made for the channel on their way, and the share of its sales they come to. */
export async function ExclusivesPage(loaded: LoadedExclusives) {
	const { brand, side, products, shops, mayMove, policy } = loaded;
	const t = await getTranslations("exclusives");
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="exclusives"
			title={t("title")}
			description={t("description")}
			policyVersion={policy.version}
			actions={
				mayMove &&
				shops.length > 0 && (
					<ClientMessages namespaces={["exclusives", "errors"]}>
						<NewExclusive brandId={brand.id} shops={shops} />
					</ClientMessages>
				)
			}
		>
			<ShareCard {...loaded} />
			{shops.length === 0 && (
				<Banner tone="info" className="mb-4">
					{t("noShop")}
				</Banner>
			)}
			{products.length === 0 ? (
				<Card>
					<EmptyState title={t("empty")} description={t(mayMove ? "emptyHint" : "emptyLook")} />
				</Card>
			) : (
				<Stages {...loaded} />
			)}
		</BrandPage>
	);
}

async function ShareCard({ standing, policy }: LoadedExclusives) {
	const [t, locale] = await Promise.all([getTranslations("exclusives"), getLocale()]);
	const days = policy.windowDays;
	const threshold = t("threshold", { value: formatBps(policy.exclusiveShareBps) });
	const day = standing && formatDate(standing.day, locale);
	const hasShare = standing && standing.productFen > 0n;
	const note = hasShare
		? t("shareInputs", {
				days,
				day: day ?? "",
				exclusive: formatFen(standing.exclusiveFen),
				all: formatFen(standing.productFen),
			})
		: standing
			? t("noDenominator", { days })
			: t("noShareHint");
	return (
		<StatCard
			className="mb-4"
			label={t("share")}
			value={hasShare ? formatBps((standing.exclusiveFen * 10_000n) / standing.productFen) : t("noShare")}
			note={`${note} · ${threshold}`}
		/>
	);
}

async function Stages({ products, mayMove, today, policy }: LoadedExclusives) {
	const t = await getTranslations("exclusives");
	return (
		<ClientMessages namespaces={["exclusives", "errors"]}>
			<div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-5">
				{exclusiveStages.map((stage) => {
					const here = products.filter((one) => one.stage === stage);
					return (
						<section key={stage} aria-label={t(`stage.${stage}`)} data-stage={stage}>
							<h2 className="mb-2 font-medium text-ink text-sm">
								{t(`stage.${stage}`)} <span className="figure text-ink-faint">{here.length}</span>
							</h2>
							{here.length === 0 && <p className="text-ink-faint text-xs">{t("emptyStage")}</p>}
							<ul className="space-y-3">
								{here.map((product) => (
									<ExclusiveCard
										key={product.id}
										product={product}
										mayMove={mayMove}
										today={today}
										windowDays={policy.windowDays}
										target={policy.exclusiveOnSaleDays}
									/>
								))}
							</ul>
						</section>
					);
				})}
			</div>
		</ClientMessages>
	);
}
