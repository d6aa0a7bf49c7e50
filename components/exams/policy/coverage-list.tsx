"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { missingOf } from "@/lib/domains/certification/rules/exam-policy/lint";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { LevelCoverage } from "@/lib/domains/certification/types/exam-form";

type Props = { coverage: readonly LevelCoverage[]; topics: ExamPolicy["topics"] };

/** Level by level whether the bank fills the paper, and of what it has too little. */
export function CoverageList({ coverage, topics }: Props) {
	const t = useTranslations("exampolicy");
	const locale = useLocale();
	return (
		<ul className="space-y-3 text-sm" data-coverage>
			{coverage.map((one) => {
				const missing = missingOf(one);
				const Icon = missing > 0 ? TriangleAlert : CircleCheck;
				const count = one.sections.reduce((sum, section) => sum + section.count, 0);
				const level = t(`levels.${one.level}`);
				return (
					<li key={one.level} className="flex items-start gap-2">
						<Icon
							aria-hidden="true"
							className={`mt-0.5 size-4 shrink-0 ${missing > 0 ? "text-warning" : "text-success-ink"}`}
						/>
						<div className="min-w-0">
							<p>
								{missing > 0
									? t("coverage.short", { level, count: missing })
									: t("coverage.level", { level, count })}
							</p>
							<ul className="mt-1 list-disc space-y-0.5 pl-4 text-ink-soft text-xs">
								{one.sections
									.filter(({ count, found }) => found < count)
									.map(({ topic, difficulty, count, found }) => (
										<li key={`${topic}-${difficulty}`}>
											{t("coverage.detail", {
												section: t("section", {
													topic: topics.find(({ code }) => code === topic)?.name[locale] ?? topic,
													difficulty: t(`difficulty.${difficulty}`),
												}),
												count,
												found,
											})}
										</li>
									))}
							</ul>
						</div>
					</li>
				);
			})}
		</ul>
	);
}
