"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import {
	MovementFields,
	RaceFields,
	RedLineFields,
	WindowFields,
} from "@/components/tiers/policy/figure-fields";
import { JsonPanel } from "@/components/tiers/policy/json-panel";
import { PolicyChanges } from "@/components/tiers/policy/policy-changes";
import { ProposeDialog } from "@/components/tiers/policy/propose-dialog";
import { ReplayPanel } from "@/components/tiers/policy/replay-panel";
import { TierFields } from "@/components/tiers/policy/tier-fields";
import { TrackFields } from "@/components/tiers/policy/track-fields";
import { useFindingWords } from "@/components/tiers/policy/use-finding-words";
import { usePolicyLabels } from "@/components/tiers/policy/use-policy-labels";
import {
	discardTierPolicyDraft,
	readTierPolicyDraft,
	saveTierPolicyDraft,
} from "@/lib/domains/tiers/actions/policy-lab";
import { compareTierPolicies } from "@/lib/domains/tiers/rules/compare-policies";
import { lintTierPolicy, mayPublish } from "@/lib/domains/tiers/rules/lint-policy";
import { readTierPolicyForm } from "@/lib/domains/tiers/rules/policy-form";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { TierPolicyForm } from "@/lib/domains/tiers/schema/policy-form";
import type { TrackName } from "@/lib/domains/tiers/types";
import { isSameDraft } from "@/lib/platform/forms/merge-drafts";
import { routes } from "@/lib/platform/routes/routes";

/** What the parts of the form need: the draft, its errors, and the way to change it. */
export type PolicyEditing = {
	form: TierPolicyForm;
	tracks: readonly TrackName[];
	/** Names of the tiers as they are in force, for headings while a name is typed. */
	tiers: TierPolicy["tiers"];
	errorOf: (path: string) => string | undefined;
	edit: (path: string, value: unknown) => void;
	disabled: boolean;
};

type PolicyEditorProps = {
	draft: DraftToEdit<TierPolicyForm>;
	/** The newest published version: what the notice will compare with. */
	latest: { version: number; document: TierPolicy };
	runs: readonly { runId: string; period: string }[];
	tracks: readonly TrackName[];
	canManage: boolean;
	isProposed: boolean;
};

/** A tier policy in the making: its figures on the left, what they mean on the right, the replay below. */
export function PolicyEditor({ draft, latest, runs, tracks, canManage, isProposed }: PolicyEditorProps) {
	const t = useTranslations("policies");
	const errorText = useErrorText();
	const { state, keeper } = usePolicyDraft(draft, {
		save: (version, form) => saveTierPolicyDraft({ draftId: draft.draftId, version, form }),
		read: () => readTierPolicyDraft({}),
	});
	const router = useRouter();
	// Editing takes a proposal back: as soon as the server holds the change, the page must not say that it waits.
	useEffect(() => {
		if (isProposed && state.status === "saved" && keeper.version > draft.version) router.refresh();
	}, [isProposed, state.status, keeper, draft.version, router]);
	const form = state.draft;
	const reading = readTierPolicyForm(form);
	const errors: Record<string, string> = reading.ok ? {} : reading.errors;
	const policy = reading.ok ? reading.policy : null;
	const changes = policy ? compareTierPolicies(latest.document, policy) : [];
	const findings = policy ? lintTierPolicy(policy) : [];
	const isReady = policy !== null && changes.length > 0 && mayPublish(findings);
	const { tiers } = latest.document;
	const labels = usePolicyLabels(tracks, tiers);
	const findingWords = useFindingWords({ tracks, tiers: policy?.tiers ?? tiers });
	const flush = async () => ((await keeper.flush()) ? keeper.version : null);
	const waiting = isReady
		? null
		: t(policy && changes.length === 0 ? "draft.changeFirst" : "draft.mendFirst");
	const editing: PolicyEditing = {
		form,
		tracks,
		tiers,
		disabled: !canManage,
		edit: (path, value) => keeper.edit(path, value),
		errorOf: (path) => (errors[path] ? errorText(errors[path]) : undefined),
	};
	return (
		<>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="min-w-0 space-y-4">
					<TierFields {...editing} />
					<WindowFields {...editing} />
					<RaceFields {...editing} path="race" race={form.race} />
					<MovementFields {...editing} path="movement" movement={form.movement} />
					<RedLineFields {...editing} />
					<TrackFields {...editing} />
				</div>
				<aside className="min-w-0 space-y-4 xl:sticky xl:top-20 xl:max-h-[calc(100vh-10rem)] xl:overflow-y-auto">
					<ChangesCard version={latest.version} isComplete={policy !== null} hasChanges={changes.length > 0}>
						<PolicyChanges changes={changes} tracks={tracks} tiers={policy?.tiers ?? tiers} />
					</ChangesCard>
					<FindingsCard findings={findingWords(findings)} errors={errors} labelOf={labels.labelOf} />
					<JsonPanel
						policy={policy}
						tracks={tracks}
						tiers={tiers}
						disabled={!canManage}
						onApply={(next) => {
							for (const [key, value] of Object.entries(next)) keeper.edit(key, value);
						}}
					/>
				</aside>
			</div>
			<div className="mt-4">
				<ReplayPanel
					versions={[]}
					initial={null}
					hasDraft
					runs={runs}
					tracks={tracks}
					tiers={policy?.tiers ?? tiers}
					disabled={policy === null}
					{...(canManage && { flush })}
				/>
			</div>
			{canManage && (
				<DraftBar
					href={routes.ops.tierPolicyDraft()}
					backHref={routes.ops.tierPolicy()}
					discard={(version) => discardTierPolicyDraft({ draftId: draft.draftId, version })}
					keeper={keeper}
					state={state}
					labels={labels}
					waiting={waiting}
				>
					{(!isProposed || !isSameDraft(form, draft.form)) && (
						<ProposeDialog
							draftId={draft.draftId}
							nextVersion={latest.version + 1}
							isReady={isReady}
							flush={flush}
						>
							<PolicyChanges changes={changes} tracks={tracks} tiers={policy?.tiers ?? tiers} />
						</ProposeDialog>
					)}
				</DraftBar>
			)}
		</>
	);
}
