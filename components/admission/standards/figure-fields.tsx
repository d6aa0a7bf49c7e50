"use client";

import { useTranslations } from "use-intl";
import { clockNumbers, partnerNumbers } from "@/components/admission/standards/policy-in-words";
import type { EditorProps } from "@/components/admission/standards/standards-editor";
import { TrackChoice } from "@/components/admission/standards/track-choice";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sumWeights } from "@/lib/domains/admission/rules/standards-form";
import type { PolicyNumber } from "@/lib/domains/admission/schema/standards-form";
import { forceCodes } from "@/lib/domains/forces/constants";
import { formatBps } from "@/lib/platform/format";

const unitOf: Record<PolicyNumber, "workingDays" | "days" | "months" | "applications"> = {
	reviewWorkingDays: "workingDays",
	appealWindowDays: "days",
	appealAnswerWorkingDays: "workingDays",
	changeNoticeDays: "days",
	changeNoticeDaysWhenMany: "days",
	manyOpenApplications: "applications",
	reapplyAfterDays: "days",
	reapplyAfterDaysWhenFalse: "days",
	verifyEveryMonths: "months",
	verifyWithinDays: "days",
	probationDays: "days",
};

export function FigureFields(props: EditorProps) {
	const t = useTranslations("standards");
	const { form, edit, errorOf, tracks, disabled } = props;
	const sum = sumWeights(form.weights);
	return (
		<>
			<Card>
				<CardHeader
					title={t("draft.weights")}
					description={t("draft.weightsHint")}
					actions={
						<span
							className={
								sum === 10_000 ? "figure text-sm text-success-ink" : "figure text-danger-ink text-sm"
							}
							role="status"
						>
							{t("draft.weightsSum", { sum: sum === null ? "–" : formatBps(sum) })}
						</span>
					}
				/>
				<CardBody className="grid gap-4 sm:grid-cols-3 xl:grid-cols-5">
					{forceCodes.map((force) => (
						<Field key={force} label={t(`words.force.${force}`)} error={errorOf(`weights.${force}`)}>
							<Input
								value={form.weights[force]}
								inputMode="decimal"
								maxLength={10}
								suffix="%"
								disabled={disabled}
								onChange={(event) => edit(`weights.${force}`, event.target.value)}
							/>
						</Field>
					))}
				</CardBody>
			</Card>
			<NumberCard {...props} title={t("draft.clocks")} fields={clockNumbers} />
			<Card>
				<CardHeader title={t("draft.fourEyes")} description={t("draft.fourEyesHint")} />
				<CardBody className="space-y-4">
					<TrackChoice
						legend={t("words.fourEyesTracks")}
						tracks={tracks}
						value={form.fourEyes.tracks}
						hasEvery={false}
						disabled={disabled}
						error={errorOf("fourEyes.tracks")}
						onChange={(next) => edit("fourEyes.tracks", next ?? [])}
					/>
					<div className="grid gap-4 sm:grid-cols-2">
						<Field label={t("words.fourEyesMargin")} error={errorOf("fourEyes.margin")}>
							<Input
								value={form.fourEyes.margin}
								inputMode="decimal"
								maxLength={10}
								suffix={t("words.unit.points", { points: "" }).trim()}
								disabled={disabled}
								onChange={(event) => edit("fourEyes.margin", event.target.value)}
							/>
						</Field>
						<Field label={t("draft.deposit")} hint={t("draft.amountHint")} error={errorOf("deposit")}>
							<Input
								value={form.deposit}
								maxLength={40}
								disabled={disabled}
								onChange={(event) => edit("deposit", event.target.value)}
							/>
						</Field>
					</div>
				</CardBody>
			</Card>
			<NumberCard {...props} title={t("draft.partners")} fields={partnerNumbers} />
		</>
	);
}

function NumberCard({
	form,
	edit,
	errorOf,
	disabled,
	title,
	fields,
}: EditorProps & { title: string; fields: readonly PolicyNumber[] }) {
	const t = useTranslations("standards");
	return (
		<Card>
			<CardHeader title={title} />
			<CardBody className="grid gap-4 sm:grid-cols-2">
				{fields.map((field) => (
					<Field key={field} label={t(`words.number.${field}`)} error={errorOf(`numbers.${field}`)}>
						<Input
							value={form.numbers[field]}
							inputMode="numeric"
							maxLength={10}
							className="pr-28"
							suffix={t(`words.unit.${unitOf[field]}`, { count: 2 }).replace(/\d+\s*/, "")}
							disabled={disabled}
							onChange={(event) => edit(`numbers.${field}`, event.target.value)}
						/>
					</Field>
				))}
			</CardBody>
		</Card>
	);
}
