import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { DepositRecord } from "@/lib/domains/partnership/types";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { DayBadge } from "./day-badge";

type Props = { deposit: DepositRecord; dueOn: string | null; today: string; actions?: ReactNode };

/** What became of the deposit: held, or refunded with whatever was deducted and why. */
export async function DepositCard({ deposit, dueOn, today, actions }: Props) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const isRefunded = deposit.state === "REFUNDED";
	const isWaiting = !isRefunded && dueOn !== null;
	const facts = [
		{ term: t("deposit.amount"), detail: <span className="figure">{formatFen(deposit.amountFen)}</span> },
		{ term: t("deposit.state"), detail: t(`deposit.states.${deposit.state}`) },
		...(isWaiting
			? [
					{
						term: t("deposit.dueOn"),
						detail: (
							<span className="flex flex-wrap items-center gap-2">
								{formatDate(dueOn, locale)} <DayBadge day={dueOn} today={today} />
							</span>
						),
					},
				]
			: []),
		...(isRefunded ? refundFacts() : []),
	];
	function refundFacts() {
		return [
			{
				term: t("deposit.refund"),
				detail: <span className="figure">{formatFen(deposit.refundFen ?? 0n)}</span>,
			},
			{
				term: t("deposit.deduction"),
				detail: <span className="figure">{formatFen(deposit.deductionFen ?? 0n)}</span>,
			},
			{ term: t("deposit.refundedOn"), detail: deposit.refundedOn && formatDate(deposit.refundedOn, locale) },
			{ term: t("deposit.reference"), detail: deposit.refundReference },
			...(deposit.deductionRule
				? [
						{ term: t("deposit.rule"), detail: deposit.deductionRule, wide: true },
						{ term: t("deposit.reason"), detail: deposit.deductionReason, wide: true },
					]
				: []),
		];
	}
	return (
		<Card>
			<CardHeader title={t("deposit.title")} description={t("deposit.text")} actions={actions} />
			<CardBody>
				<DescriptionList items={facts} columns={2} />
			</CardBody>
		</Card>
	);
}
