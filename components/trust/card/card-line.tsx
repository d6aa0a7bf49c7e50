import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { policyKindOf } from "@/lib/domains/trust/constants/policies";
import type { CardLine } from "@/lib/domains/trust/types/card";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { fenToDecimal } from "@/lib/platform/money";
import { routes } from "@/lib/platform/routes/routes";
import { cardTones } from "./card-words";
import type { CeilingLimits } from "./ceiling-fields";
import { ChangeCeilings } from "./change-ceilings";
import { EligibilityList } from "./eligibility-list";
import { HoldGuarantee } from "./hold-guarantee";
import { LeaveGuarantee } from "./leave-guarantee";
import { SuspendGuarantee } from "./suspend-guarantee";
import { SuspensionNote } from "./suspension-note";

type Props = {
	shopId: number;
	line: CardLine;
	/** Whose page it is, and what they may do. */
	side: { kind: "brand"; limits: CeilingLimits } | { kind: "desk"; canSuspend: boolean };
};

/** One guarantee of a shop: where it stands, since when, on what terms, and what may be done about it. */
export async function CardLineCard({ shopId, line, side }: Props) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustcard"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	const { guarantee, state, suspension, heldFrom, termsAgreed, orderCeilingFen, buyerCeilingFen } = line;
	const kind = policyKindOf[guarantee];
	const hasNewTerms = termsAgreed !== null && termsAgreed !== line.termsInForce;
	return (
		<Card data-guarantee={guarantee}>
			<CardHeader
				title={
					<span className="flex flex-wrap items-center gap-2">
						{rules(`guarantee.${guarantee}`)}
						<StatusBadge status={state} tones={cardTones} label={t(`state.${state}`)} />
					</span>
				}
				description={rules(`kindHint.${kind}`)}
				actions={<LineActions shopId={shopId} line={line} side={side} hasNewTerms={hasNewTerms} />}
			/>
			<CardBody className="space-y-4">
				<p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-sm">
					{heldFrom && <span>{t("since", { date: formatDate(heldFrom, locale) })}</span>}
					<Link
						href={routes.trustTerms(kind)}
						prefetch={false}
						className="text-brand-ink underline underline-offset-4"
					>
						{t("terms", { version: termsAgreed ?? line.termsInForce })}
					</Link>
					{orderCeilingFen !== null && buyerCeilingFen !== null && (
						<span className="figure">
							{t("ceilings", { order: formatFen(orderCeilingFen), buyer: formatFen(buyerCeilingFen) })}
						</span>
					)}
				</p>
				{suspension && (
					<SuspensionNote
						suspension={suspension}
						side={side.kind}
						canSuspend={side.kind === "desk" && side.canSuspend}
					/>
				)}
				{hasNewTerms && <Banner tone="info">{t("newTerms", { version: line.termsInForce })}</Banner>}
				{state === "NONE" && <EligibilityList checks={line.checks} />}
			</CardBody>
		</Card>
	);
}

function LineActions({ shopId, line, side, hasNewTerms }: Props & { hasNewTerms: boolean }) {
	const { guarantee, state, isEligible, orderCeilingFen, buyerCeilingFen } = line;
	const isHeld = state !== "NONE";
	if (side.kind === "desk")
		return isHeld && side.canSuspend && !line.suspension ? (
			<SuspendGuarantee shopId={shopId} guarantee={guarantee} />
		) : null;
	const { limits } = side;
	const order = fenToDecimal(orderCeilingFen ?? BigInt(limits.orderCeilingLeastFen));
	const buyer = fenToDecimal(buyerCeilingFen ?? BigInt(limits.buyerCeilingMostFen));
	return (
		<>
			{(hasNewTerms || (!isHeld && isEligible)) && (
				<HoldGuarantee
					shopId={shopId}
					guarantee={guarantee}
					termsVersion={line.termsInForce}
					isConfirming={isHeld}
					ceilings={guarantee === "REFUND_WITHOUT_RETURN" ? { limits, order, buyer } : null}
				/>
			)}
			{isHeld && orderCeilingFen !== null && (
				<ChangeCeilings shopId={shopId} limits={limits} order={order} buyer={buyer} />
			)}
			{isHeld && <LeaveGuarantee shopId={shopId} guarantee={guarantee} />}
		</>
	);
}
