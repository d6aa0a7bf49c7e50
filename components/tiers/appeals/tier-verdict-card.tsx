import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { TierAppealPage } from "@/lib/domains/tiers/types/appeals";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { TierAppealBadge } from "./tier-appeal-badge";
import { TierVerdictForm } from "./tier-verdict-form";

/** In one place: the answer given, the form to give it, or why it is for somebody else. */
export async function TierVerdictCard(page: TierAppealPage) {
	const t = await getTranslations("tierappeals");
	const isOpen = page.appeal.state === "OPEN";
	return (
		<Card className="sail-lg">
			<CardHeader
				title={t(isOpen ? "case.verdict" : "case.decided")}
				actions={isOpen ? undefined : <TierAppealBadge state={page.appeal.state} />}
			/>
			<CardBody className="space-y-4">{isOpen ? <Open {...page} /> : <Given {...page} />}</CardBody>
		</Card>
	);
}

async function Given({ appeal }: TierAppealPage) {
	const [t, locale] = await Promise.all([getTranslations("tierappeals"), getLocale()]);
	const { closedAt, deciderName, decisionReason, reasonCode } = appeal;
	const at = closedAt ? formatDateTime(closedAt, locale) : "";
	if (!decisionReason) return <p className="text-ink-soft text-sm">{t("case.closedAt", { at })}</p>;
	return (
		<>
			<p className="font-medium text-ink text-sm">{t(`reasons.${reasonCode as "SOURCE_CORRECTED"}`)}</p>
			<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{decisionReason}</p>
			<p className="figure text-ink-faint text-xs">{t("case.decidedBy", { name: deciderName ?? "–", at })}</p>
		</>
	);
}

async function Open({ appeal, objection, correction }: TierAppealPage) {
	const [t, tErrors] = await Promise.all([getTranslations("tierappeals"), getTranslations("errors")]);
	if (objection === "APPEAL_LEAD_ONLY") return <p className="text-ink-soft text-sm">{t("case.readOnly")}</p>;
	if (objection) {
		return (
			<Banner tone="warning" title={t("case.barredTitle")}>
				{tErrors(objection)}
			</Banner>
		);
	}
	return (
		<TierVerdictForm
			key={correction?.digest ?? "none"}
			target={{ appealId: appeal.id, version: appeal.version }}
			digest={correction?.difference ? correction.digest : null}
			writes={
				!correction?.makesCorrection
					? "targetNotice"
					: correction.opensNotice
						? "targetFinalNotice"
						: "targetFinal"
			}
		/>
	);
}
