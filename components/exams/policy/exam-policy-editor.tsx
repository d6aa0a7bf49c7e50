"use client";

import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	discardExamPolicyDraft,
	readExamPolicyDraft,
	saveExamPolicyDraft,
} from "@/lib/domains/certification/actions/exam-policy";
import { readExamPolicyForm } from "@/lib/domains/certification/rules/exam-policy/form";
import {
	coverBlueprints,
	lintExamPolicy,
	mayPublishExams,
} from "@/lib/domains/certification/rules/exam-policy/lint";
import { compareExamPolicies, examFieldInWords } from "@/lib/domains/certification/rules/exam-policy/words";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import type { BankCount, ExamPolicyForm } from "@/lib/domains/certification/types/exam-form";
import { routes } from "@/lib/platform/routes/routes";
import { CoverageList } from "./coverage-list";
import { ExamChanges } from "./exam-changes";
import { LevelFields, PracticalFields } from "./level-fields";
import { PublishExamPolicy } from "./publish-exam-policy";
import { useExamSpeech } from "./use-exam-speech";

type Props = {
	draft: DraftToEdit<ExamPolicyForm>;
	base: ExamPolicy;
	/** The newest published version: what the notice will compare with. */
	latest: { version: number; document: ExamPolicy };
	bank: readonly BankCount[];
	canManage: boolean;
};

/** The policy in the making: levels on the left; what it changes, what speaks against it, and the bank on the right. */
export function ExamPolicyEditor({ draft, base, latest, bank, canManage }: Props) {
	const t = useTranslations("exampolicy");
	const tPolicies = useTranslations("policies.draft");
	const speech = useExamSpeech();
	const errorText = useErrorText();
	const locale = useLocale();
	const { state, keeper } = usePolicyDraft(draft, {
		save: (version, form) => saveExamPolicyDraft({ draftId: draft.draftId, version, form }),
		read: () => readExamPolicyDraft({}),
	});
	const reading = readExamPolicyForm(state.draft, base);
	const errors: Readonly<Record<string, string>> = reading.ok ? {} : reading.errors;
	const policy = reading.ok ? reading.policy : null;
	const changes = policy ? compareExamPolicies(latest.document, policy) : [];
	const findings = policy ? lintExamPolicy(policy) : [];
	const isReady = policy !== null && changes.length > 0 && mayPublishExams(findings);
	const nameOf = (topic: string) => base.topics.find(({ code }) => code === topic)?.name[locale] ?? topic;
	const labelOf = (path: string) => examFieldInWords(speech, path, nameOf);
	const editing = {
		disabled: !canManage,
		edit: (path: string, value: string) => keeper.edit(path, value),
		errorOf: (path: string) => (errors[path] ? errorText(errors[path]) : undefined),
	};
	const changed = <ExamChanges changes={changes} topics={base.topics} />;
	const covered = policy && <CoverageList coverage={coverBlueprints(policy, bank)} topics={base.topics} />;
	return (
		<>
			<div className="grid items-start gap-4 *:min-w-0 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="space-y-4">
					{base.blueprints.map(({ level }) => {
						const form = state.draft.levels[level];
						return (
							form && <LevelFields key={level} {...{ level, form, bank, ...editing }} topics={base.topics} />
						);
					})}
					<PracticalFields form={state.draft.practical} {...editing} />
				</div>
				<aside className="space-y-4 xl:sticky xl:top-20">
					<ChangesCard version={latest.version} isComplete={policy !== null} hasChanges={changes.length > 0}>
						{changed}
					</ChangesCard>
					<FindingsCard
						findings={findings.map(({ code, level, severity }) => ({
							words: t("finding", { level: t(`levels.${level}`), text: t(`lint.${code}`) }),
							isError: severity === "error",
						}))}
						errors={errors}
						labelOf={labelOf}
					/>
					{covered && (
						<Card>
							<CardHeader title={t("coverage.title")} />
							<CardBody>{covered}</CardBody>
						</Card>
					)}
				</aside>
			</div>
			{canManage && (
				<DraftBar
					href={routes.ops.examPolicyDraft()}
					backHref={routes.ops.examPolicy()}
					discard={(version) => discardExamPolicyDraft({ draftId: draft.draftId, version })}
					keeper={keeper}
					state={state}
					labels={{ labelOf, valueOf: (_path, value) => String(value ?? "") }}
					waiting={isReady ? null : tPolicies(policy && changes.length === 0 ? "changeFirst" : "mendFirst")}
				>
					<PublishExamPolicy
						draftId={draft.draftId}
						nextVersion={latest.version + 1}
						isReady={isReady}
						coverage={covered}
						flush={async () => ((await keeper.flush()) ? keeper.version : null)}
					>
						{changed}
					</PublishExamPolicy>
				</DraftBar>
			)}
		</>
	);
}
