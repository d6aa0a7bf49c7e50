"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import { TrustFigureField } from "@/components/trust/policy/figure-field";
import { PublishTrustPolicy } from "@/components/trust/policy/publish-trust-policy";
import { TrustChanges } from "@/components/trust/policy/trust-changes";
import { useTrustSpeech } from "@/components/trust/policy/use-trust-speech";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	discardTrustPolicyDraft,
	readTrustPolicyDraft,
	saveTrustPolicyDraft,
} from "@/lib/domains/trust/actions/policies";
import { trustFigures } from "@/lib/domains/trust/constants/policies";
import { lintTrustPolicy, mayPublishTrust } from "@/lib/domains/trust/rules/policy/lint-policy";
import { readTrustPolicyForm } from "@/lib/domains/trust/rules/policy/policy-form";
import { compareTrustPolicies } from "@/lib/domains/trust/rules/policy/policy-words";
import type {
	TrustDocument,
	TrustFigure,
	TrustPolicyForm,
	TrustPolicyKind,
} from "@/lib/domains/trust/types/policy";
import { routes } from "@/lib/platform/routes/routes";

const groups = ["promise", "floor", "limits", "signals", "clocks"] as const;

type Props = {
	kind: TrustPolicyKind;
	draft: DraftToEdit<TrustPolicyForm>;
	/** The newest published version: what the notice will compare with. */
	latest: { version: number; document: TrustDocument };
	canManage: boolean;
};

/** A guarantee's policy in the making: figures on the left; what changes, and what the law says of it, on the right. */
export function TrustPolicyEditor({ kind, draft, latest, canManage }: Props) {
	const t = useTranslations("policies");
	const errorText = useErrorText();
	const speech = useTrustSpeech();
	const { draftId } = draft;
	const { state, keeper } = usePolicyDraft(draft, {
		save: (version, form) => saveTrustPolicyDraft({ kind, draftId, version, form }),
		read: () => readTrustPolicyDraft({ kind }),
	});
	const form = state.draft;
	const reading = readTrustPolicyForm(kind, form);
	const errors: Readonly<Record<string, string>> = reading.ok ? {} : reading.errors;
	const policy = reading.ok ? reading.policy : null;
	const changes = policy ? compareTrustPolicies(kind, latest.document, policy) : [];
	const findings = policy ? lintTrustPolicy(kind, policy as never) : [];
	const isReady = policy !== null && changes.length > 0 && mayPublishTrust(findings);
	const labelOf = (path: string) => speech(`figure.${path}`);
	const flush = async () => ((await keeper.flush()) ? keeper.version : null);
	const figures: readonly TrustFigure[] = trustFigures[kind];
	return (
		<>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="min-w-0 space-y-4">
					{groups
						.filter((group) => figures.some((one) => one.group === group))
						.map((group) => (
							<Card key={group}>
								<CardHeader title={speech(`group.${group}`)} description={speech(`groupHint.${group}`)} />
								<CardBody className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
									{figures
										.filter((one) => one.group === group)
										.map((figure) => (
											<TrustFigureField
												key={figure.code}
												figure={figure}
												value={form[figure.code] ?? ""}
												error={errors[figure.code] ? errorText(errors[figure.code] ?? "") : undefined}
												edit={(value) => keeper.edit(figure.code, value)}
												disabled={!canManage}
											/>
										))}
								</CardBody>
							</Card>
						))}
				</div>
				<aside className="min-w-0 space-y-4 xl:sticky xl:top-20">
					<ChangesCard version={latest.version} isComplete={policy !== null} hasChanges={changes.length > 0}>
						<TrustChanges kind={kind} changes={changes} />
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
			{canManage && (
				<DraftBar
					href={routes.ops.trustPolicyDraft(kind)}
					backHref={routes.ops.trustPolicy(kind)}
					discard={(version) => discardTrustPolicyDraft({ kind, draftId, version })}
					keeper={keeper}
					state={state}
					labels={{ labelOf, valueOf: (_path, value) => String(value ?? "") }}
					waiting={
						isReady ? null : t(policy && changes.length === 0 ? "draft.changeFirst" : "draft.mendFirst")
					}
				>
					<PublishTrustPolicy {...{ kind, draftId, isReady, flush }} nextVersion={latest.version + 1}>
						<TrustChanges kind={kind} changes={changes} />
					</PublishTrustPolicy>
				</DraftBar>
			)}
		</>
	);
}
