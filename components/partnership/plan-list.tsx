"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import type { PlanItem } from "@/lib/domains/partnership/schema/probation";
import { formatDate } from "@/lib/platform/format";
import { ReportDialog } from "./report-dialog";
import { Words } from "./words";

type Props = {
	items: readonly PlanItem[];
	today: string;
	/** Where the partner itself reads it: it may report. */
	target?: { probationId: string; version: number };
};

/** What a plan asks for, item by item, with the day it is due and the partner's last word on it. */
export function PlanList({ items, today, target }: Props) {
	const t = useTranslations("partnership");
	return (
		<ol aria-label={t("probation.plan")} className="divide-y">
			{items.map((item) => (
				<PlanRow key={item.id} item={item} today={today} target={target} />
			))}
		</ol>
	);
}

function PlanRow({ item, today, target }: { item: PlanItem; today: string; target: Props["target"] }) {
	const t = useTranslations("partnership");
	const locale = useLocale();
	const Icon = item.isDone ? CircleCheck : CircleDashed;
	const isLate = !item.isDone && item.dueOn < today;
	const text = item.code ? t(`probation.items.${item.code}`) : item.text;
	return (
		<li className="flex gap-3 py-3">
			<Icon
				aria-hidden="true"
				className={`mt-0.5 size-4.5 shrink-0 ${item.isDone ? "text-success" : "text-ink-faint"}`}
			/>
			<div className="min-w-0 grow">
				<div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
					<Words className="font-medium">{text}</Words>
					<Badge tone={isLate ? "danger" : "neutral"} className="figure">
						{t(isLate ? "probation.itemLate" : "probation.itemDue", { day: formatDate(item.dueOn, locale) })}
					</Badge>
				</div>
				<span className="sr-only">{t(item.isDone ? "probation.itemDone" : "probation.itemOpen")}</span>
				{item.report ? (
					<div className="mt-1.5 border-line border-l-2 pl-3">
						<Words className="text-ink-soft">{item.report}</Words>
						{item.reportedOn && (
							<p className="figure text-ink-faint text-xs">
								{t("probation.reportedOn", { day: formatDate(item.reportedOn, locale) })}
							</p>
						)}
					</div>
				) : (
					<p className="mt-1 text-ink-faint text-xs">{t("probation.noReport")}</p>
				)}
				{target && <ReportDialog item={item} text={text} target={target} />}
			</div>
		</li>
	);
}
