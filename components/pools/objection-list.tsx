import type { ObjectionRecord } from "@/lib/domains/pools/types";
import { formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AnswerDialog } from "./text-dialog";

type Props = { objections: readonly ObjectionRecord[]; canAnswer: boolean; isOwn?: boolean };

/** What partners found wrong with a month, and what they were answered. */
export async function ObjectionList({ objections, canAnswer, isOwn }: Props) {
	const [t, locale] = await Promise.all([getTranslations("pools"), getLocale()]);
	return (
		<ul className="divide-y">
			{objections.map((one) => (
				<li key={one.id} className="flex flex-wrap items-start justify-between gap-3 px-5 py-4 text-sm">
					<div className="min-w-0 max-w-prose">
						<p className="font-medium">
							{isOwn ? t("objections.own") : one.partnerName}{" "}
							<span className="font-normal text-ink-faint text-xs">
								{formatMonth(one.month, locale)} · {formatDateTime(one.raisedAt, locale)}
							</span>
						</p>
						<p className="wrap-anywhere mt-1 whitespace-pre-line">{one.statement}</p>
						<p className="wrap-anywhere mt-1 whitespace-pre-line text-ink-soft">
							{one.answer ? t("objections.answer", { answer: one.answer }) : t("objections.waits")}
						</p>
					</div>
					{canAnswer && !one.answer && <AnswerDialog objectionId={one.id} statement={one.statement} />}
				</li>
			))}
		</ul>
	);
}
