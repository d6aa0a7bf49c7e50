"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { FigureFields } from "@/components/playbook/step-policy/figure-fields";
import { PublishStepPolicy } from "@/components/playbook/step-policy/publish-step-policy";
import { StepPolicyChanges } from "@/components/playbook/step-policy/step-policy-changes";
import { TrialPanel } from "@/components/playbook/step-policy/trial-panel";
import { useStepSpeech } from "@/components/playbook/step-policy/use-step-speech";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import {
	discardStepPolicyDraft,
	readStepPolicyDraft,
	saveStepPolicyDraft,
} from "@/lib/domains/playbook/actions/step-policy";
import { lintStepPolicy, mayPublish } from "@/lib/domains/playbook/rules/steps/lint-policy";
import { readStepPolicyForm } from "@/lib/domains/playbook/rules/steps/policy-form";
import { compareStepPolicies, nameInWords } from "@/lib/domains/playbook/rules/steps/policy-words";
import type {
	StepFigureCode,
	StepPolicyDocument,
	StepPolicyForm,
} from "@/lib/domains/playbook/types/step-policy";
import { routes } from "@/lib/platform/routes/routes";

const sections = [1, 2, 3, 4, 5, 0] as const;

type Props = {
	draft: DraftToEdit<StepPolicyForm>;
	/** The newest published version: what the notice will compare with. */
	latest: { version: number; document: StepPolicyDocument };
	inForce: StepPolicyDocument;
	canManage: boolean;
};

/** The criteria in the making: figures on the left, what they mean on the right, the trial below. */
export function StepPolicyEditor({ draft, latest, inForce, canManage }: Props) {
	const t = useTranslations("policies");
	const errorText = useErrorText();
	const speech = useStepSpeech();
	const { state, keeper } = usePolicyDraft(draft, {
		save: (version, form) => saveStepPolicyDraft({ draftId: draft.draftId, version, form }),
		read: () => readStepPolicyDraft({}),
	});
	const form = state.draft;
	const reading = readStepPolicyForm(form);
	const errors: Readonly<Record<string, string>> = reading.ok ? {} : reading.errors;
	const policy = reading.ok ? reading.policy : null;
	const changes = policy ? compareStepPolicies(latest.document, policy) : [];
	const findings = policy ? lintStepPolicy(policy, inForce) : [];
	const isReady = policy !== null && changes.length > 0 && mayPublish(findings);
	const labelOf = (path: string) => nameInWords(speech, path as StepFigureCode);
	const flush = async () => ((await keeper.flush()) ? keeper.version : null);
	const editing = {
		form,
		disabled: !canManage,
		edit: (code: StepFigureCode, value: string) => keeper.edit(code, value),
		errorOf: (code: StepFigureCode) => (errors[code] ? errorText(errors[code]) : undefined),
	};
	return (
		<>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="min-w-0 space-y-4">
					{sections.map((step) => (
						<FigureFields key={step} {...editing} step={step} />
					))}
				</div>
				<aside className="min-w-0 space-y-4 xl:sticky xl:top-20">
					<ChangesCard version={latest.version} isComplete={policy !== null} hasChanges={changes.length > 0}>
						<StepPolicyChanges changes={changes} />
					</ChangesCard>
					<FindingsCard
						findings={findings.map(({ code, severity }) => ({
							words: speech(`lint.${code}`),
							isError: severity === "error",
						}))}
						errors={errors}
						labelOf={labelOf}
					/>
				</aside>
			</div>
			<div className="mt-4">
				<TrialPanel form={form} disabled={policy === null} />
			</div>
			{canManage && (
				<DraftBar
					href={routes.ops.stepPolicyDraft()}
					backHref={routes.ops.stepPolicy()}
					discard={(version) => discardStepPolicyDraft({ draftId: draft.draftId, version })}
					keeper={keeper}
					state={state}
					labels={{ labelOf, valueOf: (_path, value) => String(value ?? "") }}
					waiting={
						isReady ? null : t(policy && changes.length === 0 ? "draft.changeFirst" : "draft.mendFirst")
					}
				>
					<PublishStepPolicy
						draftId={draft.draftId}
						nextVersion={latest.version + 1}
						isReady={isReady}
						flush={flush}
					>
						<StepPolicyChanges changes={changes} />
					</PublishStepPolicy>
				</DraftBar>
			)}
		</>
	);
}
