"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import { asksForScores } from "@/lib/domains/admission/rules/four-eyes";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ReviewStage, StandardResult } from "@/lib/domains/admission/types";
import { CompositePanel } from "./composite-panel";
import { ConfirmDecision } from "./confirm-decision";
import { DecisionFields } from "./decision-fields";
import { type Decision, decisions, obstaclesOf, readDecision, wholeScores } from "./decision-form";
import { useDesk } from "./desk-context";
import { StageNote } from "./stage-note";

export type DecisionPanelProps = {
	target: { applicationId: string; version: number };
	stage: ReviewStage;
	tracks: readonly string[];
	companyName: string;
	policy: AdmissionPolicy;
	checks: readonly StandardResult[];
	onDone: () => void;
	/** Says why nothing can be decided here, and what would change that. */
	notice: ReactNode;
	/** Tells that something half typed came back. */
	kept: ReactNode;
};

export function DecisionPanel({ notice, kept, policy, checks, ...props }: DecisionPanelProps) {
	const t = useTranslations("admission");
	const tReview = useTranslations("review");
	const { state, change } = useDesk();
	const [showErrors, setShowErrors] = useState(false);
	const [confirming, setConfirming] = useState(false);
	const obstacles = obstaclesOf(state, policy, checks);
	const reading = readDecision(state);
	const lacksScores =
		state.decision === "REJECT" && !wholeScores(state) && asksForScores(policy, props.tracks, props.stage);
	const blocked = (state.decision === "APPROVE" && obstacles.length > 0) || lacksScores;
	function ask() {
		setShowErrors(true);
		if (state.decision !== null && !blocked && reading.ok) setConfirming(true);
	}
	function choose(decision: Decision | null) {
		setShowErrors(false);
		change({ decision });
	}
	useSubmitKeys(notice === null && !confirming, ask);
	return (
		<Card className="sail-lg" data-decision-panel>
			<CardHeader title={t("review.decision.title")} />
			<CardBody className="space-y-5">
				{kept}
				{notice === null && <StageNote stage={props.stage} tracks={props.tracks} policy={policy} />}
				<CompositePanel state={state} policy={policy} />
				{notice ?? (
					<>
						<RadioGroup
							look="cards"
							aria-label={t("review.decision.title")}
							className="sm:grid-cols-1"
							value={state.decision ?? ""}
							onValueChange={(value) => choose(decisions.find((decision) => decision === value) ?? null)}
							options={decisions.map((decision) => ({
								value: decision,
								label: t(`review.decision.${decision}`),
								hint: tReview(`hint.${decision}`),
							}))}
						/>
						<DecisionFields obstacles={obstacles} errors={showErrors && !reading.ok ? reading.errors : {}} />
						{lacksScores && (
							<p role="status" className="text-sm text-warning-ink">
								{tReview("stage.scores")}
							</p>
						)}
					</>
				)}
			</CardBody>
			{notice === null && state.decision && (
				<CardFooter className="sticky bottom-0 rounded-b-lg bg-surface">
					<span className="text-ink-faint text-xs max-sm:hidden">
						{t("review.shortcut", { keys: "Ctrl + Enter" })}
					</span>
					<Button
						variant={state.decision === "REJECT" ? "danger" : "primary"}
						disabled={blocked}
						onClick={ask}
					>
						{t(`review.submit.${state.decision}`)}
					</Button>
				</CardFooter>
			)}
			{reading.ok && (
				<ConfirmDecision
					open={confirming}
					onOpenChange={setConfirming}
					review={reading.review}
					policy={policy}
					{...props}
				/>
			)}
		</Card>
	);
}

/** Ctrl or ⌘ with Enter decides from anywhere on the page. */
function useSubmitKeys(isOn: boolean, submit: () => void): void {
	useEffect(() => {
		if (!isOn) return;
		const take = (event: KeyboardEvent) => {
			if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
			event.preventDefault();
			submit();
		};
		window.addEventListener("keydown", take);
		return () => window.removeEventListener("keydown", take);
	});
}
