import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AnswerAppeal } from "./answer-appeal";
import { LodgeAppeal } from "./lodge-appeal";

type Props = Pick<LoadedClaim, "claim" | "isAppealable" | "canWork" | "isOwnDecision"> & {
	side: "brand" | "desk";
};

const tones = { OPEN: "warning", UPHELD: "success", REJECTED: "neutral" } as const;

/** The one appeal of a claim: lodged by the side the decision went against, answered by somebody else than who decided. */
export async function AppealCard({ claim, isAppealable, canWork, isOwnDecision, side }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const { appeal, outcome } = claim;
	if (!appeal) {
		const isTheirs = side === "brand" ? outcome === "GRANTED" : outcome === "REFUSED" && canWork;
		if (!isAppealable || !isTheirs) return null;
		return (
			<Card>
				<CardHeader title={t("appeal.title")} description={t("appeal.hint")} />
				<CardBody>
					<LodgeAppeal claimId={claim.id} side={side} />
				</CardBody>
			</Card>
		);
	}
	return (
		<Card>
			<CardHeader
				title={t(appeal.party === "SHOP" ? "appeal.byShop" : "appeal.byBuyer")}
				description={`${appeal.lodgedByName} · ${formatDateTime(appeal.lodgedAt, locale)}`}
				actions={<Badge tone={tones[appeal.state]}>{t(`appeal.state.${appeal.state}`)}</Badge>}
			/>
			<CardBody className="space-y-4">
				<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{appeal.statement}</p>
				<p className="text-ink-faint text-xs">
					{t("appeal.before", { outcome: t(`outcome.${appeal.outcomeBefore}`) })}
					{appeal.state === "OPEN" && ` · ${t("appeal.due", { date: formatDate(appeal.dueOn, locale) })}`}
				</p>
				{appeal.note && (
					<Banner tone={appeal.state === "UPHELD" ? "success" : "info"}>
						{appeal.note}
						<span className="mt-1 block text-xs">
							{appeal.decidedByName} · {appeal.decidedAt && formatDateTime(appeal.decidedAt, locale)}
						</span>
					</Banner>
				)}
				{appeal.state === "OPEN" &&
					canWork &&
					(isOwnDecision ? (
						<p className="text-ink-soft text-sm">{t("appeal.own")}</p>
					) : (
						<AnswerAppeal claimId={claim.id} version={claim.version} isShops={appeal.party === "SHOP"} />
					))}
			</CardBody>
		</Card>
	);
}
