"use client";

import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import { difficulties } from "@/lib/domains/certification/constants/questions";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { BankCount, LevelForm } from "@/lib/domains/certification/types/exam-form";

type Props = {
	level: CertificateLevel;
	counts: LevelForm["counts"];
	topics: ExamPolicy["topics"];
	bank: readonly BankCount[];
	disabled: boolean;
	errorOf: (path: string) => string | undefined;
	edit: (path: string, value: string) => void;
};

/** How many questions of each topic and difficulty, above what the bank has of them. */
export function CountFields({ level, counts, topics, bank, disabled, errorOf, edit }: Props) {
	const t = useTranslations("exampolicy");
	const locale = useLocale();
	const total = Object.values(counts)
		.flatMap((row) => Object.values(row))
		.reduce((sum, text) => sum + (Number(text) || 0), 0);
	const wholeError = errorOf(`levels.${level}.counts`);
	return (
		<fieldset className="space-y-3 border-t pt-4">
			<legend className="sr-only">{t("counts.title")}</legend>
			<div className="flex flex-wrap items-baseline justify-between gap-2">
				<p className="font-medium text-sm">{t("counts.title")}</p>
				<p className="figure text-ink-soft text-sm">{t("counts.total", { count: total })}</p>
			</div>
			<p className="text-ink-faint text-xs">{t("counts.description")}</p>
			{wholeError && (
				<p role="alert" className="text-danger-ink text-sm">
					{wholeError}
				</p>
			)}
			<div className="grid grid-cols-3 items-start sm:grid-cols-[minmax(0,1fr)_repeat(3,minmax(4.25rem,6rem))] gap-x-2 gap-y-3 text-sm">
				<span className="text-ink-faint text-xs max-sm:hidden">{t("counts.topic")}</span>
				{difficulties.map((one) => (
					<span key={one} className="text-ink-faint text-xs">
						{t(`difficulty.${one}`)}
					</span>
				))}
				{topics.map(({ code, name }) => (
					<div key={code} className="contents">
						<span className="wrap-anywhere max-sm:col-span-3 sm:pt-2">{name[locale]}</span>
						{difficulties.map((difficulty) => {
							const path = `levels.${level}.counts.${code}.${difficulty}`;
							const text = counts[code]?.[difficulty] ?? "";
							const found =
								bank.find((one) => one.level === level && one.topic === code && one.difficulty === difficulty)
									?.found ?? 0;
							const missing = Math.max(0, (Number(text) || 0) - found);
							return (
								<div key={difficulty}>
									<Input
										value={text}
										inputMode="numeric"
										maxLength={4}
										disabled={disabled}
										aria-label={t("counts.field", {
											topic: name[locale],
											difficulty: t(`difficulty.${difficulty}`),
										})}
										aria-invalid={errorOf(path) !== undefined}
										onChange={(event) => edit(path, event.target.value)}
									/>
									<p className={cn("mt-1 text-xs", missing > 0 ? "text-danger-ink" : "text-ink-faint")}>
										{t("counts.bank", { count: found })}
										{missing > 0 && ` · ${t("counts.short", { count: missing })}`}
									</p>
								</div>
							);
						})}
					</div>
				))}
			</div>
		</fieldset>
	);
}
