"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { toRubricScore } from "@/components/admission/score-scale";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ForceScores, ReviewStage, StandardResult } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { type DecisionState, emptyDecision } from "./decision-form";
import { DecisionPanel } from "./decision-panel";
import { type Desk, DeskContext, requestFieldId } from "./desk-context";
import { RubricCard } from "./rubric-card";
import { useKeptDecision } from "./use-kept-decision";

export type ReviewWorkbenchProps = {
	target: { applicationId: string; version: number };
	/** Which submission, and at which stage: what was half typed belongs to both. */
	submissionNo: number;
	stage: ReviewStage;
	tracks: readonly string[];
	companyName: string;
	forces: ApplicationDraft["forces"];
	policy: AdmissionPolicy;
	checks: readonly StandardResult[];
	/** Whether the reader holds the application and may score and decide. */
	isOpen: boolean;
	/** Scores that may be read: the reader's own opinion, or those of the decision made. */
	shownScores: ForceScores | null;
	/** The facts, above the rubric. */
	children: ReactNode;
	/** What stands below the rubric: the company's past and its relations. */
	background: ReactNode;
	/** What stands in the place of the decision while it cannot be made. */
	notice: ReactNode;
	aside: ReactNode;
};

/** The reviewer's desk: facts beside evidence, rubric and decision, with one state between them. */
export function ReviewWorkbench({ isOpen, shownScores, ...props }: ReviewWorkbenchProps) {
	const t = useTranslations("review");
	const key = `review:${props.target.applicationId}:${props.submissionNo}:${props.stage}`;
	const { state, setState, isRestored, discard } = useKeptDecision(
		key,
		{ ...emptyDecision, scores: scoresAsShown(shownScores) },
		isOpen,
	);
	const desk = useMemo<Desk>(
		() => ({
			state,
			isOpen,
			change: (part) => setState((before) => ({ ...before, ...part })),
			toggleRequest: (path) => {
				const { [path]: words, ...others } = state.requests;
				const isAsked = words !== undefined;
				setState((before) => ({
					...before,
					decision: "REQUEST_CHANGES",
					requests: isAsked ? others : { ...before.requests, [path]: "" },
				}));
				// The words' field is drawn after this change.
				if (!isAsked) setTimeout(() => document.getElementById(requestFieldId(path))?.focus(), 50);
			},
		}),
		[state, isOpen, setState],
	);
	return (
		<DeskContext value={desk}>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
				<div className="min-w-0 space-y-6">
					{props.children}
					<RubricCard forces={props.forces} policy={props.policy} />
					{props.background}
				</div>
				<div className="min-w-0 space-y-6 xl:sticky xl:top-20 xl:max-h-[calc(100dvh-6rem)] xl:overflow-y-auto">
					<DecisionPanel
						target={props.target}
						stage={props.stage}
						tracks={props.tracks}
						companyName={props.companyName}
						policy={props.policy}
						checks={props.checks}
						onDone={() => sessionStorage.removeItem(key)}
						notice={isOpen ? null : props.notice}
						kept={
							isOpen && isRestored ? (
								<p role="status" className="flex items-center justify-between gap-2 text-ink-faint text-xs">
									{t("draft.restored")}
									<button type="button" className="text-brand-ink underline" onClick={discard}>
										{t("draft.discard")}
									</button>
								</p>
							) : null
						}
					/>
					{props.aside}
				</div>
			</div>
		</DeskContext>
	);
}

function scoresAsShown(scores: ForceScores | null): DecisionState["scores"] {
	if (!scores) return {};
	return Object.fromEntries(forceCodes.map((force) => [force, toRubricScore(scores[force]) ?? undefined]));
}
