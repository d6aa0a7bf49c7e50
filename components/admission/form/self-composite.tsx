"use client";

import { useTranslations } from "use-intl";
import { ScoreMeter } from "@/components/admission/score-meter";
import { scoreLines } from "@/lib/domains/admission/rules/score-lines";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { ForceScores } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { useForm } from "./form-context";

/** What the applicant's own scores come to, against the lines a reviewer's scores have to hold. */
export function SelfComposite() {
	const t = useTranslations("admission");
	const { draft, rules } = useForm();
	const scored = forceCodes.filter((force) => draft.forces[force].score !== null);
	const lines = scoreLines(rules.policy);
	const isWhole = scored.length === forceCodes.length;
	const scores = Object.fromEntries(forceCodes.map((force) => [force, draft.forces[force].score ?? 0]));
	const result = isWhole ? scoreReview(rules.policy.forceWeightsBps, scores as ForceScores) : null;
	return (
		<div className="mb-1 grid gap-x-8 gap-y-4 rounded-lg bg-sunken p-4 sm:grid-cols-2 sm:p-5">
			<ScoreMeter
				label={t("form.selfComposite")}
				valueBps={result?.compositeBps ?? null}
				lineBps={lines.compositeBps}
			/>
			<ScoreMeter
				label={t("form.selfLowest")}
				valueBps={result?.lowestForceBps ?? null}
				lineBps={lines.floorBps}
			/>
		</div>
	);
}
