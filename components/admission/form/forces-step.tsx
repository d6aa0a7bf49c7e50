"use client";

import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { ScoreScale, toRubricScore } from "@/components/admission/score-scale";
import { SlotEvidence } from "@/components/files/slot-evidence";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type ForceCode, forceCodes, marginForces } from "@/lib/domains/forces/constants";
import { Asked } from "./asked";
import { fieldId, useForm } from "./form-context";
import { SelfComposite } from "./self-composite";
import { longestText } from "./text-field";

const statementLength = 2_000;

export function ForcesStep() {
	const t = useTranslations("admission");
	const growth = forceCodes.filter((force) => !marginForces.includes(force));
	return (
		<div>
			<SelfComposite />
			<div>
				{growth.map((force) => (
					<ForceBlock key={force} force={force} />
				))}
			</div>
			<div className="mt-2 border-brand border-t-2 pt-4">
				<p className="font-medium text-brand-ink text-xs">{t("form.marginForces")}</p>
				{marginForces.map((force) => (
					<ForceBlock key={force} force={force} />
				))}
			</div>
		</div>
	);
}

function ForceBlock({ force }: { force: ForceCode }) {
	const t = useTranslations("admission");
	const tForces = useTranslations("forces");
	const label = useFieldLabel();
	const { draft, edit, touch, errorOf } = useForm();
	const { score, statement } = draft.forces[force];
	const [scorePath, statementPath] = [`forces.${force}.score`, `forces.${force}.statement`];
	const scoreError = errorOf(scorePath);
	return (
		<section
			aria-label={tForces(`names.${force}`)}
			className="grid gap-x-8 gap-y-3 border-t py-5 first-of-type:border-t-0 last:pb-0 md:grid-cols-2"
		>
			<div id={fieldId(scorePath)} tabIndex={-1} className="min-w-0 outline-none">
				<h3 className="mb-3 font-medium text-ink text-sm">{tForces(`names.${force}`)}</h3>
				<ScoreScale
					force={force}
					label={label(scorePath)}
					score={toRubricScore(score)}
					onScore={(value) => {
						edit(scorePath, value);
						touch(scorePath);
					}}
					hint={t("review.rubricHint")}
					describedBy={`${fieldId(scorePath)}-error`}
					invalid={scoreError !== undefined}
				/>
				<FieldError id={`${fieldId(scorePath)}-error`}>{scoreError}</FieldError>
			</div>
			<Asked path={`forces.${force}`} withParts>
				<Field
					label={label(statementPath)}
					required
					error={errorOf(statementPath)}
					aside={
						<span className="figure">
							{t("form.words", { count: [...statement.trim()].length, max: statementLength })}
						</span>
					}
				>
					<Textarea
						id={fieldId(statementPath)}
						value={statement}
						rows={3}
						maxLength={longestText}
						placeholder={t("placeholders.statement")}
						onChange={(event) => edit(statementPath, event.target.value)}
						onBlur={() => touch(statementPath)}
					/>
				</Field>
			</Asked>
			<div className="min-w-0 pb-2 md:col-span-2">
				<SlotEvidence slot={force} />
			</div>
		</section>
	);
}
