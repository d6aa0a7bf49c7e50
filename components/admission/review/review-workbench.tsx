"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { toRubricScore } from "@/components/admission/score-scale";
import { Card, CardHeader } from "@/components/ui/card";
import { lowestPassingScore } from "@/lib/domains/admission/rules/score-lines";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ForceScores, StandardResult } from "@/lib/domains/admission/types";
import { type ForceCode, forceCodes, marginForces } from "@/lib/domains/forces/constants";
import { type DecisionState, emptyDecision } from "./decision-form";
import { DecisionPanel } from "./decision-panel";
import { RubricRow } from "./rubric-row";

export type ReviewWorkbenchProps = {
	target: { applicationId: string; version: number };
	companyName: string;
	forces: ApplicationDraft["forces"];
	policy: AdmissionPolicy;
	checks: readonly StandardResult[];
	/** Whether the reader holds the application and may score and decide. */
	isOpen: boolean;
	/** Scores of the decision made, to be read. */
	decidedScores: ForceScores | null;
	/** The facts and checks, above the rubric. */
	children: ReactNode;
	/** What stands in the place of the decision while it cannot be made. */
	notice: ReactNode;
	aside: ReactNode;
};

/** The reviewer's desk: facts, rubric and decision, with the scores shared between the last two. */
export function ReviewWorkbench({ policy, isOpen, decidedScores, ...props }: ReviewWorkbenchProps) {
	const t = useTranslations("admission");
	const [state, setState] = useState<DecisionState>(() => ({
		...emptyDecision,
		scores: scoresAsShown(decidedScores),
	}));
	const change = (part: Partial<DecisionState>) => setState((before) => ({ ...before, ...part }));
	const setScore = (force: ForceCode, score: DecisionState["scores"][ForceCode]) =>
		setState((before) => ({ ...before, scores: { ...before.scores, [force]: score } }));
	return (
		<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
			<div className="min-w-0 space-y-6">
				{props.children}
				<Card>
					<CardHeader title={t("review.rubricTitle")} description={t("review.rubricText")} />
					{forceCodes.map((force) => (
						<div key={force} className={force === marginForces[0] ? "border-t-4 border-line" : undefined}>
							<RubricRow
								force={force}
								own={props.forces[force]}
								score={state.scores[force] ?? null}
								passScore={lowestPassingScore(policy)}
								onScore={(score) => setScore(force, score)}
								disabled={!isOpen}
							/>
						</div>
					))}
				</Card>
			</div>
			<div className="min-w-0 space-y-6 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto">
				<DecisionPanel
					target={props.target}
					companyName={props.companyName}
					policy={policy}
					checks={props.checks}
					state={state}
					onChange={change}
					notice={isOpen ? null : props.notice}
				/>
				{props.aside}
			</div>
		</div>
	);
}

function scoresAsShown(scores: ForceScores | null): DecisionState["scores"] {
	if (!scores) return {};
	return Object.fromEntries(forceCodes.map((force) => [force, toRubricScore(scores[force]) ?? undefined]));
}
