"use client";

import { useTranslations } from "use-intl";
import { type RubricScore, ScoreScale } from "@/components/admission/score-scale";
import type { ForceCode } from "@/lib/domains/forces/constants";
import { AskButton } from "./ask-button";

export type RubricRowProps = {
	force: ForceCode;
	/** What the applicant says of itself, beside which the reviewer scores. */
	own: { score: number | null; statement: string };
	score: RubricScore | null;
	/** The lowest score that holds the line of every force. */
	passScore: number;
	onScore: (score: RubricScore) => void;
	disabled: boolean;
};

/** One force, scored 0–5 against anchors in words. Keys 0–5 set the score and go on to the next force. */
export function RubricRow({ force, own, score, passScore, onScore, disabled }: RubricRowProps) {
	const t = useTranslations("admission");
	const tForces = useTranslations("forces");
	const label = tForces(`names.${force}`);
	return (
		<div data-rubric-row={force} className="grid gap-x-8 gap-y-3 border-t px-5 py-4 md:grid-cols-2">
			<div className="min-w-0">
				<div className="flex flex-wrap items-baseline justify-between gap-x-3">
					<h3 className="flex items-center gap-1 font-medium text-ink text-sm">
						{label}
						<AskButton path={`forces.${force}`} field={label} onlyIcon />
					</h3>
					<p className="text-ink-faint text-xs">
						{t("review.selfAssessment")}
						<span className="figure ml-1.5 font-semibold text-ink">
							{own.score === null ? t("review.selfNone") : t("review.selfScore", { score: own.score })}
						</span>
					</p>
				</div>
				<p className="wrap-anywhere mt-1.5 whitespace-pre-line text-ink-soft text-sm">
					{own.statement.trim() || <span className="text-ink-faint">{t("review.noNote")}</span>}
				</p>
			</div>
			<ScoreScale
				force={force}
				label={label}
				score={score}
				onScore={onScore}
				passScore={passScore}
				hint={t("review.rubricHint")}
				disabled={disabled}
				onKeyScore={(from) => focusNextRow(from)}
			/>
		</div>
	);
}

function focusNextRow(from: HTMLElement): void {
	const rows = [...document.querySelectorAll<HTMLElement>("[data-rubric-row]")];
	const next = rows[rows.findIndex((row) => row.contains(from)) + 1];
	const checked = next?.querySelector<HTMLInputElement>("input:checked");
	(checked ?? next?.querySelector<HTMLInputElement>("input"))?.focus();
}
