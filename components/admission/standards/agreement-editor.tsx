"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { useAgreementLabels } from "@/components/admission/standards/draft-labels";
import { PublishDialog } from "@/components/admission/standards/publish-dialog";
import { standardsBar, standardsDoors } from "@/components/admission/standards/standards-doors";
import { TextChanges } from "@/components/admission/standards/text-changes";
import { useErrorText } from "@/components/forms/use-error-text";
import { DraftBar } from "@/components/policies/draft-bar";
import { FaultList } from "@/components/policies/findings";
import { type DraftToEdit, usePolicyDraft } from "@/components/policies/use-policy-draft";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { compareAgreements, readAgreementForm } from "@/lib/domains/admission/rules/agreement-form";
import type { Agreement } from "@/lib/domains/admission/schema/agreement";
import type { AgreementForm } from "@/lib/domains/admission/schema/standards-form";

type AgreementEditorProps = {
	draft: DraftToEdit<AgreementForm>;
	/** The newest published version, in force or still to come. */
	latest: { version: number; document: Agreement };
	nextVersion: number;
	canManage: boolean;
};

/** The agreement in the making: sections in both languages, and below what changes against the one in force. */
export function AgreementEditor({ draft, latest, nextVersion, canManage }: AgreementEditorProps) {
	const t = useTranslations("standards");
	const tPolicies = useTranslations("policies");
	const errorText = useErrorText();
	const { state, keeper } = usePolicyDraft(draft, standardsDoors("agreement", draft.draftId));
	const form = state.draft;
	const reading = readAgreementForm(form);
	const errors: Record<string, string> = reading.ok ? {} : reading.errors;
	const errorOf = (path: string) => (errors[path] ? errorText(errors[path]) : undefined);
	const lines = reading.ok
		? (["Zh", "En"] as const).map((language) =>
				compareAgreements(latest.document, reading.agreement, language),
			)
		: [];
	const isChanged = lines.some((list) => list.some(({ status }) => status !== "same"));
	const labels = useAgreementLabels(form);
	const isReady = reading.ok && isChanged;
	const waiting = isReady ? null : tPolicies(reading.ok ? "draft.changeFirst" : "draft.mendFirst");
	const isOneSided = isChanged && lines.some((list) => list.every(({ status }) => status === "same"));
	const edit = (path: string, value: unknown) => keeper.edit(path, value);
	const changes = (
		<div className="space-y-5">
			{isOneSided && <Banner tone="warning">{t("agreement.oneLanguage")}</Banner>}
			{lines.map((list, index) => (
				<section key={index === 0 ? "zh" : "en"}>
					<h3 className="mb-2 font-semibold text-sm">
						{t(index === 0 ? "agreement.changesZh" : "agreement.changesEn")}
					</h3>
					<TextChanges lines={list} />
				</section>
			))}
		</div>
	);
	return (
		<>
			<div className="space-y-4">
				<Card>
					<CardBody className="grid gap-4 pt-5 md:grid-cols-2">
						{(["titleZh", "titleEn"] as const).map((field) => (
							<Field key={field} label={t(`agreement.${field}`)} error={errorOf(field)} required>
								<Input
									value={form[field]}
									maxLength={200}
									disabled={!canManage}
									onChange={(event) => edit(field, event.target.value)}
								/>
							</Field>
						))}
					</CardBody>
				</Card>
				<Sections form={form} edit={edit} errorOf={errorOf} disabled={!canManage} />
				<Card>
					<CardHeader
						title={tPolicies("draft.changes")}
						description={tPolicies("draft.comparedTo", { version: latest.version })}
					/>
					<CardBody>{reading.ok ? changes : <FaultList errors={errors} labelOf={labels.labelOf} />}</CardBody>
				</Card>
			</div>
			{canManage && (
				<DraftBar
					{...standardsBar("agreement", draft.draftId)}
					keeper={keeper}
					state={state}
					labels={labels}
					waiting={waiting}
				>
					<PublishDialog
						kind="agreement"
						draftId={draft.draftId}
						nextVersion={nextVersion}
						isReady={isReady}
						flush={async () => ((await keeper.flush()) ? keeper.version : null)}
					>
						{changes}
					</PublishDialog>
				</DraftBar>
			)}
		</>
	);
}

type SectionsProps = {
	form: AgreementForm;
	edit: (path: string, value: unknown) => void;
	errorOf: (path: string) => string | undefined;
	disabled: boolean;
};

function Sections({ form, edit, errorOf, disabled }: SectionsProps) {
	const t = useTranslations("standards");
	const { order } = form;
	function move(index: number, by: number) {
		const next = [...order];
		const [id] = next.splice(index, 1);
		if (id) next.splice(index + by, 0, id);
		edit("order", next);
	}
	function add() {
		const taken = Object.keys(form.sections).map((id) => Number(id.slice(1)) || 0);
		const id = `s${Math.max(0, ...taken) + 1}`;
		edit("sections", { ...form.sections, [id]: { headingZh: "", headingEn: "", textZh: "", textEn: "" } });
		edit("order", [...order, id]);
	}
	return (
		<>
			{order.map((id, index) => {
				const number = index + 1;
				const section = form.sections[id];
				if (!section) return null;
				return (
					<Card key={id}>
						<CardHeader
							title={t("agreement.section", { number })}
							actions={
								<>
									<Button
										variant="ghost"
										size="icon-sm"
										disabled={disabled || index === 0}
										aria-label={t("agreement.up", { number })}
										onClick={() => move(index, -1)}
									>
										<ArrowUp aria-hidden="true" />
									</Button>
									<Button
										variant="ghost"
										size="icon-sm"
										disabled={disabled || number === order.length}
										aria-label={t("agreement.down", { number })}
										onClick={() => move(index, 1)}
									>
										<ArrowDown aria-hidden="true" />
									</Button>
									<Button
										variant="ghost"
										size="icon-sm"
										disabled={disabled}
										aria-label={t("agreement.remove", { number })}
										onClick={() =>
											edit(
												"order",
												order.filter((one) => one !== id),
											)
										}
									>
										<Trash2 aria-hidden="true" />
									</Button>
								</>
							}
						/>
						<CardBody className="grid gap-4 md:grid-cols-2">
							{(["headingZh", "headingEn"] as const).map((field) => (
								<Field key={field} label={t(`agreement.${field}`)} error={errorOf(`sections.${id}.${field}`)}>
									<Input
										value={section[field]}
										maxLength={100}
										disabled={disabled}
										onChange={(event) => edit(`sections.${id}.${field}`, event.target.value)}
									/>
								</Field>
							))}
							{(["textZh", "textEn"] as const).map((field) => (
								<Field key={field} label={t(`agreement.${field}`)} error={errorOf(`sections.${id}.${field}`)}>
									<Textarea
										rows={8}
										value={section[field]}
										maxLength={20_000}
										disabled={disabled}
										onChange={(event) => edit(`sections.${id}.${field}`, event.target.value)}
									/>
								</Field>
							))}
						</CardBody>
					</Card>
				);
			})}
			<Button variant="secondary" disabled={disabled} onClick={add}>
				{t("agreement.add")}
			</Button>
		</>
	);
}
