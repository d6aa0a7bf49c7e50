"use client";

import { useTranslations } from "use-intl";
import { useStandardsLabels } from "@/components/admission/standards/draft-labels";
import { FigureFields } from "@/components/admission/standards/figure-fields";
import { ImpactPanel } from "@/components/admission/standards/impact-panel";
import { PublishDialog } from "@/components/admission/standards/publish-dialog";
import { StandardChanges } from "@/components/admission/standards/standard-changes";
import { StandardRows } from "@/components/admission/standards/standard-rows";
import { standardsBar, standardsDoors } from "@/components/admission/standards/standards-doors";
import { useSpeech } from "@/components/admission/standards/use-speech";
import { useErrorText } from "@/components/forms/use-error-text";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { compareStandards } from "@/lib/domains/admission/rules/compare-standards";
import { lintStandards } from "@/lib/domains/admission/rules/lint-standards";
import { findingInWords } from "@/lib/domains/admission/rules/standard-words";
import { readStandardsForm } from "@/lib/domains/admission/rules/standards-form";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { StandardsForm } from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";

/** What the parts of the form need: the draft, its errors, and the way to change it. */
export type EditorProps = {
	form: StandardsForm;
	tracks: readonly TrackName[];
	errorOf: (path: string) => string | undefined;
	edit: (path: string, value: unknown) => void;
	disabled: boolean;
};

type StandardsEditorProps = {
	draft: DraftToEdit<StandardsForm>;
	inForce: { version: number; document: AdmissionPolicy };
	/** The newest published version, in force or still to come: what the notice will compare with. */
	latest: { version: number; document: AdmissionPolicy };
	nextVersion: number;
	tracks: readonly TrackName[];
	canManage: boolean;
};

/** The standards in the making: what is asked on the left, what it means on the right, publishing below. */
export function StandardsEditor({
	draft,
	inForce,
	latest,
	nextVersion,
	tracks,
	canManage,
}: StandardsEditorProps) {
	const t = useTranslations("standards");
	const tPolicies = useTranslations("policies");
	const speech = useSpeech(tracks);
	const errorText = useErrorText();
	const { state, keeper } = usePolicyDraft(draft, standardsDoors("admission", draft.draftId));
	const form = state.draft;
	const reading = readStandardsForm(form);
	const errors: Record<string, string> = reading.ok ? {} : reading.errors;
	const policy = reading.ok ? reading.policy : null;
	const changes = policy ? compareStandards(latest.document, policy) : [];
	const codes = tracks.map((track) => track.code);
	const findings = policy ? lintStandards(policy, inForce.document, codes) : [];
	const isReady = policy !== null && changes.length > 0 && !findings.some(({ level }) => level === "error");
	const labels = useStandardsLabels(form, tracks);
	const waiting = isReady
		? null
		: tPolicies(policy && changes.length === 0 ? "draft.changeFirst" : "draft.mendFirst");
	const flush = async () => ((await keeper.flush()) ? keeper.version : null);
	const editor: EditorProps = {
		form,
		tracks,
		disabled: !canManage,
		edit: (path, value) => keeper.edit(path, value),
		errorOf: (path) => (errors[path] ? errorText(errors[path]) : undefined),
	};
	return (
		<>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="min-w-0 space-y-4">
					<Card>
						<CardHeader title={t("draft.standards")} description={t("draft.standardsHint")} />
						<CardBody>
							<StandardRows {...editor} />
						</CardBody>
					</Card>
					<FigureFields {...editor} />
					{canManage && <ImpactPanel flush={flush} policy={policy} tracks={tracks} />}
				</div>
				<aside className="min-w-0 space-y-4 xl:sticky xl:top-20">
					<ChangesCard version={latest.version} isComplete={policy !== null} hasChanges={changes.length > 0}>
						<StandardChanges changes={changes} tracks={tracks} />
					</ChangesCard>
					<FindingsCard
						findings={findings.map((finding) => ({
							words: findingInWords(speech, finding),
							isError: finding.level === "error",
						}))}
						errors={errors}
						labelOf={labels.labelOf}
					/>
					<details className="rounded-lg border bg-surface px-5 py-3">
						<summary className="cursor-pointer text-ink-soft text-sm">{t("draft.json")}</summary>
						<pre className="mt-3 max-h-96 overflow-auto text-xs">
							{JSON.stringify(policy ?? form, null, 2)}
						</pre>
					</details>
				</aside>
			</div>
			{canManage && (
				<DraftBar
					{...standardsBar("admission", draft.draftId)}
					keeper={keeper}
					state={state}
					labels={labels}
					waiting={waiting}
				>
					<PublishDialog
						kind="admission"
						draftId={draft.draftId}
						nextVersion={nextVersion}
						isReady={isReady}
						flush={flush}
					>
						<StandardChanges changes={changes} tracks={tracks} />
					</PublishDialog>
				</DraftBar>
			)}
		</>
	);
}
