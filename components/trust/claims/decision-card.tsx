import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { grantReasons } from "@/lib/domains/trust/constants/decisions";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What was decided, by whom, why, and what became of the money. */
export async function DecisionCard({
	claim,
	appealableUntil,
}: Pick<LoadedClaim, "claim" | "appealableUntil">) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const { outcome, decidedAt, decidedByName, payer, amountFen, paymentState } = claim;
	if (!outcome || !decidedAt) return null;
	const at = formatDateTime(decidedAt, locale);
	const reasons = claim.reasonCodes.map((code) =>
		outcome === "GRANTED"
			? t(`grantReason.${code as (typeof grantReasons)[number]}`)
			: t(`refusalReason.${code as "TOO_LATE"}`),
	);
	const made = claim.entries.find(({ kind }) => kind === "REIMBURSEMENT");
	return (
		<Card>
			<CardHeader
				title={t(`outcome.${outcome}`)}
				description={
					decidedByName ? t("decision.by", { who: decidedByName, at }) : `${t("decision.machine")} · ${at}`
				}
			/>
			<CardBody className="space-y-4">
				<DescriptionList
					items={[
						{ term: t("decision.reasons"), detail: reasons.join(" · "), wide: true },
						...(outcome === "GRANTED" && amountFen !== null
							? [
									{
										term: t("decision.amount"),
										detail: <span className="figure font-semibold">{formatFen(amountFen)}</span>,
									},
									{ term: t("decision.payer"), detail: payer && t(`payer.${payer}`) },
									{
										term: t("decision.payment"),
										detail: t(`payment.${paymentState}`),
									},
								]
							: []),
						...(claim.decisionNote
							? [{ term: t("decision.note"), detail: claim.decisionNote, wide: true }]
							: []),
					]}
				/>
				{made && (
					<p className="text-ink-soft text-sm">
						{t("decision.reimbursed", { amount: formatFen(made.amountFen) })}
					</p>
				)}
				{appealableUntil && claim.state !== "CLOSED" && !claim.appeal && (
					<p className="text-ink-faint text-xs">
						{t("decision.until", { date: formatDate(appealableUntil, locale) })}
					</p>
				)}
			</CardBody>
		</Card>
	);
}
