import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { TierBadge } from "@/components/ui/tier-badge";
import type { StoredReceipt } from "@/lib/domains/tiers/types";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { formatDate, formatMonth, formatMonthRange } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, type DayRange, monthOf } from "@/lib/platform/time";
import { AppealLink } from "./appeals/appeal-link";
import { CriteriaCards } from "./criteria-cards";
import { CriteriaMatrix } from "./criteria-matrix";
import type { SourceLinks } from "./criterion-source";
import { MovementSection } from "./movement-section";
import { OverrideSection } from "./override/override-section";
import { PolicyWords } from "./policy-words";
import { RaceSection } from "./race-section";
import { ReceiptStep } from "./receipt-step";
import { RedLineSection } from "./red-line-section";
import { tierLabel, tierName } from "./tier-names";
import { trackName } from "./track-name";

export type ReceiptProps = {
	stored: StoredReceipt;
	track: { nameZh: string; nameEn: string };
	/** Where the JSON is downloaded from. */
	downloadHref: string;
	/** Where the rows behind each criterion are shown. */
	sources?: SourceLinks;
	/** How the partner can object to it; none for the platform's staff. */
	appealing?: Appealing;
};

/**
 * The decision receipt in human words, in the order a run decides: red lines, criteria, race, movement, result.
 * For the partner itself and, read-only, for the platform's staff.
 */
export async function Receipt({ stored, track, downloadHref, sources, appealing }: ReceiptProps) {
	const [t, tOverride, locale] = await Promise.all([
		getTranslations("tiers"),
		getTranslations("overrides"),
		getLocale(),
	]);
	const { receipt } = stored;
	const { rules, decision } = receipt;
	const subtitle = t("receipt.subtitle", {
		month: formatMonth(stored.period, locale),
		track: trackName(track, locale),
	});
	return (
		<article aria-labelledby="receipt-title" className="sail-lg overflow-hidden border bg-surface shadow-sm">
			<header className="relative overflow-hidden bg-night px-5 py-6 text-on-night sm:px-7">
				<div aria-hidden="true" className="isobars absolute inset-0 text-on-night opacity-10" />
				<div className="relative flex flex-wrap items-end justify-between gap-4">
					<div>
						<p className="text-on-night-soft text-sm">{subtitle}</p>
						<h2 id="receipt-title" className="font-semibold text-xl">
							{t("receipt.title")}
						</h2>
					</div>
					<div className="sm:text-right">
						<p className="mb-1 text-on-night-soft text-xs">{t("receipt.result")}</p>
						<TierBadge
							size="lg"
							tier={decision.tier}
							name={tierName(rules.tiers, decision.tier, locale)}
							className="ring-1 ring-on-night/25"
						/>
					</div>
				</div>
			</header>
			<ReceiptStep n={1} title={t("receipt.redLines")}>
				<RedLineSection receipt={receipt} appealing={appealing} />
			</ReceiptStep>
			<ReceiptStep
				n={2}
				title={t("receipt.criteria")}
				hint={t("receipt.criteriaHint", { tier: tierLabel(rules.tiers, decision.absoluteTier, locale) })}
			>
				<div className="-mx-5 border-t sm:hidden">
					<CriteriaCards receipt={receipt} sources={sources} appealing={appealing} />
				</div>
				<div className="overflow-hidden rounded-lg border max-sm:hidden">
					<CriteriaMatrix receipt={receipt} sources={sources} appealing={appealing} />
				</div>
			</ReceiptStep>
			<ReceiptStep
				n={3}
				title={t("receipt.race")}
				aside={
					receipt.race.standing && <AppealLink appealing={appealing} code="race" item={t("receipt.race")} />
				}
			>
				<RaceSection receipt={receipt} />
			</ReceiptStep>
			<ReceiptStep
				n={4}
				title={t("receipt.movement")}
				aside={<AppealLink appealing={appealing} code="movement" item={t("receipt.movement")} />}
			>
				<MovementSection receipt={receipt} />
			</ReceiptStep>
			{receipt.override && (
				<ReceiptStep n={5} title={tOverride("receipt.title")}>
					<OverrideSection rules={rules} override={receipt.override} />
				</ReceiptStep>
			)}
			<ReceiptFooter stored={stored} downloadHref={downloadHref} />
		</article>
	);
}

async function ReceiptFooter({ stored, downloadHref }: { stored: StoredReceipt; downloadHref: string }) {
	const [t, tPage, locale] = await Promise.all([
		getTranslations("tiers"),
		getTranslations("tiers"),
		getLocale(),
	]);
	const { windows } = stored.receipt;
	const months = (range: DayRange) =>
		formatMonthRange(monthOf(range.from), monthOf(addDays(range.to, -1)), locale);
	return (
		<footer className="border-line border-t border-dashed bg-sunken/60 px-5 py-5 text-ink-soft text-xs sm:px-7">
			<div className="space-y-1">
				<p>
					{t("receipt.policy", {
						version: stored.tierPolicyVersion,
						from: formatDate(stored.tierPolicyFrom, locale),
						forceVersion: stored.forcePolicyVersion,
						forceFrom: formatDate(stored.forcePolicyFrom, locale),
					})}
				</p>
				<p>
					{t("receipt.windows", {
						gmv: months(windows.gmv),
						quality: months(windows.quality),
						asOf: formatDate(stored.asOf, locale),
					})}
				</p>
				<p>
					{stored.finalisedOn
						? t("receipt.finalised", { day: formatDate(stored.finalisedOn, locale) })
						: t("draft.notFinal")}
				</p>
			</div>
			<PolicyWords rules={stored.receipt.rules} />
			<div className="mt-3 flex flex-wrap items-center justify-between gap-3">
				<div className="flex flex-wrap items-center gap-x-6 gap-y-1">
					<span className="inline-flex items-center gap-2">
						{t("receipt.run")}
						<CopyableId value={stored.runId} label={t("receipt.run")} shortened />
					</span>
					<span className="inline-flex items-center gap-2" title={t("receipt.hashHint")}>
						{t("receipt.hash")}
						<CopyableId value={stored.receiptHash} label={t("receipt.hash")} shortened />
					</span>
				</div>
				<Button asChild variant="secondary" size="sm">
					<a href={downloadHref} download title={tPage("page.downloadHint")}>
						<Download aria-hidden="true" />
						{tPage("page.download")}
					</a>
				</Button>
			</div>
		</footer>
	);
}
