"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useErrorText } from "@/components/forms/use-error-text";
import { ChangesCard } from "@/components/policies/change-list";
import { DraftBar } from "@/components/policies/draft-bar";
import { FindingsCard } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import { usePolicyRefusal } from "@/components/policies/use-policy-refusal";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import {
	discardPlaybookTemplate,
	publishPlaybookTemplate,
	readPlaybookTemplate,
	savePlaybookTemplate,
} from "@/lib/domains/playbook/actions/templates";
import { steps } from "@/lib/domains/playbook/constants/sides";
import { checkTemplate } from "@/lib/domains/playbook/rules/templates/check-template";
import { compareTemplates } from "@/lib/domains/playbook/rules/templates/compare-templates";
import { orderItems, readTemplateForm } from "@/lib/domains/playbook/rules/templates/template-form";
import type { Step, TemplateItem } from "@/lib/domains/playbook/types/template";
import type { TemplateForm, TemplateItemForm } from "@/lib/domains/playbook/types/template-desk";
import { routes } from "@/lib/platform/routes/routes";
import { ItemFields } from "./item-fields";
import { TemplateChanges } from "./template-changes";

type Props = {
	draft: DraftToEdit<TemplateForm>;
	/** The newest published version. */
	latest: { version: number; items: readonly TemplateItem[] };
	canManage: boolean;
};

/** The next version in the making: its items on the left, what they change on the right. */
export function TemplateEditor({ draft, latest, canManage }: Props) {
	const t = useTranslations("playbooktemplates");
	const tPolicies = useTranslations("policies");
	const errorText = useErrorText();
	const isEnglish = useLocale() === "en";
	const { state, keeper } = usePolicyDraft(draft, {
		save: (version, form) => savePlaybookTemplate({ draftId: draft.draftId, version, form }),
		read: () => readPlaybookTemplate({}),
	});
	const form = state.draft;
	const reading = readTemplateForm(form);
	const errors: Readonly<Record<string, string>> = reading.ok ? {} : reading.errors;
	const changes = reading.ok ? compareTemplates(latest.items, reading.items) : [];
	const findings = reading.ok ? checkTemplate(reading.items) : [];
	const isReady = reading.ok && changes.length > 0 && findings.length === 0;
	const nameOf = (item: TemplateItemForm | undefined) =>
		(isEnglish ? item?.titleEn : item?.titleZh)?.trim() || t("draft.newItem");
	const labelOf = (path: string) => {
		const [, key = "", field = ""] = path.split(".");
		const name = nameOf(form.items[key]);
		return field
			? `${name} · ${t.has(`draft.${field}` as "draft.step") ? t(`draft.${field}` as "draft.step") : field}`
			: name;
	};
	return (
		<>
			<div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
				<div className="min-w-0 space-y-4">
					{steps.map((step) => (
						<StepItems
							key={step}
							step={step}
							form={form}
							known={latest.items}
							disabled={!canManage}
							nameOf={nameOf}
							edit={(path, value) => keeper.edit(path, value)}
							errorOf={(path) => (errors[path] ? errorText(errors[path]) : undefined)}
						/>
					))}
				</div>
				<aside className="min-w-0 space-y-4 xl:sticky xl:top-20">
					<ChangesCard version={latest.version} isComplete={reading.ok} hasChanges={changes.length > 0}>
						<TemplateChanges changes={changes} />
					</ChangesCard>
					<FindingsCard
						findings={findings.map((finding) => ({
							isError: true,
							words:
								finding.code === "STEP_WITHOUT_REQUIRED"
									? t(`draft.finding.${finding.code}`, { step: t(`step.${finding.step}`) })
									: t(`draft.finding.${finding.code}`, { count: finding.count }),
						}))}
						errors={errors}
						labelOf={labelOf}
					/>
				</aside>
			</div>
			{canManage && (
				<DraftBar
					href={routes.ops.playbookTemplateDraft()}
					backHref={routes.ops.playbookTemplates()}
					discard={(version) => discardPlaybookTemplate({ draftId: draft.draftId, version })}
					keeper={keeper}
					state={state}
					labels={{ labelOf, valueOf: (_path, value) => String(value ?? "") }}
					waiting={
						isReady
							? null
							: tPolicies(reading.ok && changes.length === 0 ? "draft.changeFirst" : "draft.mendFirst")
					}
				>
					<Publish
						draftId={draft.draftId}
						nextVersion={latest.version + 1}
						isReady={isReady}
						flush={async () => ((await keeper.flush()) ? keeper.version : null)}
					/>
				</DraftBar>
			)}
		</>
	);
}

type StepItemsProps = {
	step: Step;
	form: TemplateForm;
	known: readonly TemplateItem[];
	disabled: boolean;
	nameOf: (item: TemplateItemForm) => string;
	edit: (path: string, value: unknown) => void;
	errorOf: (path: string) => string | undefined;
};

function StepItems({ step, form, known, disabled, nameOf, edit, errorOf }: StepItemsProps) {
	const t = useTranslations("playbooktemplates");
	const items = orderItems(form).filter(([, one]) => one.step === String(step));
	function swap(at: number, other: number) {
		const [a, b] = [items[at], items[other]];
		if (!a || !b) return;
		// Places are given anew: two items of a draft may share one.
		items.forEach(([key], index) => {
			const place = index === at ? other : index === other ? at : index;
			edit(`items.${key}.position`, place);
		});
	}
	function add() {
		const key = `x-${newKey()
			.toLowerCase()
			.replace(/[^a-z0-9]/g, "")
			.slice(0, 12)}`;
		const blank: TemplateItemForm = {
			...{ step: String(step), owner: "BRAND", evidence: "NONE", isRequired: true, isRetired: false },
			...{ dueAfterDays: "", position: Math.max(-1, ...items.map(([, one]) => one.position)) + 1 },
			...{ titleZh: "", titleEn: "", textZh: "", textEn: "" },
		};
		edit(`items.${key}`, blank);
	}
	return (
		<Card>
			<CardHeader
				title={`${step} · ${t(`step.${step}`)}`}
				actions={
					!disabled && (
						<Button
							variant="secondary"
							size="sm"
							aria-label={`${t("draft.add")}: ${t(`step.${step}`)}`}
							onClick={add}
						>
							<Plus aria-hidden="true" className="size-4" /> {t("draft.add")}
						</Button>
					)
				}
			/>
			<CardBody>
				<ol className="divide-y divide-line">
					{items.map(([key, item], at) => (
						<ItemFields
							key={key}
							item={item}
							isNew={!known.some((one) => one.key === key)}
							name={nameOf(item)}
							disabled={disabled}
							edit={(field, value) => edit(`items.${key}.${field}`, value)}
							errorOf={(field) => errorOf(`items.${key}.${field}`)}
							onUp={at > 0 ? () => swap(at, at - 1) : null}
							onDown={at < items.length - 1 ? () => swap(at, at + 1) : null}
						/>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}

function Publish({
	draftId,
	nextVersion,
	isReady,
	flush,
}: {
	draftId: string;
	nextVersion: number;
	isReady: boolean;
	flush: () => Promise<number | null>;
}) {
	const t = useTranslations("playbooktemplates");
	const router = useRouter();
	const refusal = usePolicyRefusal();
	async function publish() {
		const version = await flush();
		const outcome = version && (await publishPlaybookTemplate({ draftId, version }));
		if (!outcome) return toast.error(refusal({ reason: "STALE_VERSION" }));
		if (!outcome.ok) return toast.error(refusal(outcome));
		toast.success(t("draft.published", { version: outcome.publishedVersion, told: outcome.told }));
		router.push(routes.ops.playbookTemplates());
	}
	const title = t("draft.publishTitle", { version: nextVersion });
	return (
		<ConfirmDialog
			trigger={<Button disabled={!isReady}>{t("draft.publish")}</Button>}
			title={title}
			description={t("draft.publishText")}
			confirmLabel={title}
			onConfirm={async () => void (await publish())}
		/>
	);
}
