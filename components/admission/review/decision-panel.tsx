"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/radio-group";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { StandardResult } from "@/lib/domains/admission/types";
import { CompositePanel } from "./composite-panel";
import { ConfirmDecision } from "./confirm-decision";
import { DecisionFields } from "./decision-fields";
import { type DecisionState, decisions, obstaclesOf, readDecision } from "./decision-form";

export type DecisionPanelProps = {
	target: { applicationId: string; version: number };
	companyName: string;
	policy: AdmissionPolicy;
	checks: readonly StandardResult[];
	state: DecisionState;
	onChange: (part: Partial<DecisionState>) => void;
	/** Says why nothing can be decided here, and what would change that. */
	notice: ReactNode;
};

export function DecisionPanel({ notice, policy, checks, state, onChange, ...props }: DecisionPanelProps) {
	const t = useTranslations("admission");
	const [showErrors, setShowErrors] = useState(false);
	const [confirming, setConfirming] = useState(false);
	const obstacles = obstaclesOf(state, policy, checks);
	const reading = readDecision(state);
	const blocked = state.decision === "APPROVE" && obstacles.length > 0;
	const isReady = state.decision !== null && !blocked && reading.ok;
	function ask() {
		setShowErrors(true);
		if (isReady) setConfirming(true);
	}
	useSubmitKeys(notice === null, ask);
	return (
		<Card className="sail-lg">
			<CardHeader title={t("review.decision.title")} />
			<CardBody className="space-y-5">
				<CompositePanel state={state} policy={policy} />
				{notice ?? (
					<>
						<RadioGroup
							look="cards"
							aria-label={t("review.decision.title")}
							className="sm:grid-cols-1"
							value={state.decision ?? ""}
							onValueChange={(value) => {
								setShowErrors(false);
								onChange({ decision: decisions.find((decision) => decision === value) ?? null });
							}}
							options={decisions.map((decision) => ({
								value: decision,
								label: t(`review.decision.${decision}`),
								hint: t(`review.decision.${decision}_hint`),
							}))}
						/>
						<DecisionFields
							state={state}
							onChange={onChange}
							obstacles={obstacles}
							errors={showErrors && !reading.ok ? reading.errors : {}}
						/>
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
				<ConfirmDecision open={confirming} onOpenChange={setConfirming} review={reading.review} {...props} />
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
