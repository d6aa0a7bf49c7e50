"use client";

import { useTranslations } from "use-intl";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";

/** The rules an applicant agrees to, with the figures of their version. */
export function RulesInShort({ policy, version }: { policy: AdmissionPolicy; version: number }) {
	const t = useTranslations("admission");
	const redLine = policy.standards.find((standard) => standard.kind === "no_red_line");
	return (
		<section className="rounded-lg border bg-sunken p-4 sm:p-5">
			<h3 className="font-medium text-ink text-sm">{t("agreement.rulesTitle", { version })}</h3>
			<ul className="mt-2 list-disc space-y-1.5 pl-5 text-ink-soft text-sm marker:text-ink-faint">
				<li>{t("agreement.rules.review", { days: policy.reviewWorkingDays })}</li>
				<li>{t("agreement.rules.reasons")}</li>
				<li>
					{t("agreement.rules.appeal", {
						appealDays: policy.appealWindowDays,
						answerDays: policy.appealAnswerWorkingDays,
					})}
				</li>
				{redLine && <li>{t("agreement.rules.truth", { months: redLine.months })}</li>}
				<li>{t("agreement.rules.change", { noticeDays: policy.changeNoticeDays })}</li>
			</ul>
		</section>
	);
}
