import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { plannedFen, type TrancheState, trancheState } from "@/lib/domains/fund/rules/tranches";
import type { FundGrant, FundTranche } from "@/lib/domains/fund/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { type Day, daysBetween } from "@/lib/platform/time";
import { PayDialog } from "./case/pay-dialog";
import { PlanDialog } from "./case/plan-dialog";

type Props = {
	applicationId: string;
	grant: FundGrant;
	tranches: readonly FundTranche[];
	today: Day;
	/** Whether whoever reads it pays and plans. */
	canPay?: boolean;
	isCompany?: boolean;
};

/** What of a commitment is to be paid when and under which condition, and what has been. */
export async function TranchesCard({ applicationId, grant, tranches, today, canPay, isCompany }: Props) {
	const t = await getTranslations("fund");
	const left = grant.reserved + grant.open;
	const unplanned = left - plannedFen(tranches);
	if (tranches.length === 0 && (isCompany || left === 0n)) return null;
	const planned = tranches.filter(({ paidOn }) => paidOn === null);
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("tranches.title")}
				description={t(isCompany ? "tranches.ownHint" : "tranches.hint")}
				actions={
					canPay && left > 0n && <PlanDialog applicationId={applicationId} tranches={planned} left={left} />
				}
			/>
			{tranches.length === 0 ? (
				<CardBody>
					<p className="text-ink-soft text-sm">{t("tranches.none")}</p>
					<p className="mt-1 text-ink-faint text-xs">{t("tranches.noneHint")}</p>
				</CardBody>
			) : (
				<Rows tranches={tranches} today={today} canPay={canPay} />
			)}
			{!isCompany && unplanned > 0n && tranches.length > 0 && (
				<CardBody className="border-t py-3">
					<p className="text-ink-soft text-xs">{t("tranches.unplanned", { amount: formatFen(unplanned) })}</p>
				</CardBody>
			)}
		</Card>
	);
}

async function Rows({ tranches, today, canPay }: Pick<Props, "tranches" | "today" | "canPay">) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<ul aria-label={t("tranches.label")} className="divide-y divide-line border-line border-t">
			{tranches.map((tranche) => {
				const amount = formatFen(tranche.amount);
				const day = formatDate(tranche.dueOn, locale);
				return (
					<li key={tranche.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 text-sm">
						<span className="figure w-24 text-ink-soft">{day}</span>
						<TrancheBadge tranche={tranche} today={today} />
						<span className="figure ml-auto font-medium text-ink">{amount}</span>
						<p className="wrap-anywhere min-w-0 basis-full text-ink-soft">{tranche.condition}</p>
						{canPay && tranche.paidOn === null && (
							<PayDialog trancheId={tranche.id} {...{ amount, day, today }} condition={tranche.condition} />
						)}
					</li>
				);
			})}
		</ul>
	);
}

const tones = {
	PAID: "success",
	OVERDUE: "danger",
	TODAY: "warning",
	SOON: "warning",
	LATER: "neutral",
} as const satisfies Record<TrancheState, string>;

async function TrancheBadge({ tranche, today }: { tranche: FundTranche; today: Day }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	const state = trancheState(tranche, today);
	const days = Math.abs(daysBetween(today, tranche.dueOn));
	return (
		<Badge tone={tones[state]}>
			{t(`tranches.states.${state}`, { days, day: tranche.paidOn ? formatDate(tranche.paidOn, locale) : "" })}
		</Badge>
	);
}
