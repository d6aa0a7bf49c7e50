"use client";

import { useTranslations } from "use-intl";
import { useStepSpeech } from "@/components/playbook/step-policy/use-step-speech";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import type { StepFigure, StepPolicyForm } from "@/lib/domains/playbook/types/step-policy";

type Props = {
	form: StepPolicyForm;
	errorOf: (code: StepFigure["code"]) => string | undefined;
	edit: (code: StepFigure["code"], value: string) => void;
	disabled: boolean;
};

/** The figures of one step, or of all of them. */
export function FigureFields({ step, ...props }: Props & { step: StepFigure["step"] }) {
	const t = useTranslations("steppolicy");
	return (
		<Card>
			<CardHeader
				title={step === 0 ? t("step.0") : `${step} · ${t(`step.${step}`)}`}
				description={t(`stepHint.${step}`)}
			/>
			<CardBody className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
				{stepFigures
					.filter((one) => one.step === step)
					.map((figure) => (
						<FigureField key={figure.code} {...props} figure={figure} />
					))}
			</CardBody>
		</Card>
	);
}

function FigureField({ form, errorOf, edit, disabled, figure }: Props & { figure: StepFigure }) {
	const t = useTranslations("steppolicy");
	const speech = useStepSpeech();
	const { code, unit } = figure;
	const hint = `hint.${code}` as "hint.windowDays";
	return (
		<Field
			label={speech(`figure.${code}`)}
			error={errorOf(code)}
			hint={t.has(hint) ? t(hint) : undefined}
			required
		>
			<Input
				value={form[code]}
				inputMode={unit === "share" || unit === "times" ? "decimal" : "numeric"}
				maxLength={10}
				suffix={t(`suffix.${unit}`)}
				className="pr-16"
				disabled={disabled}
				onChange={(event) => edit(code, event.target.value)}
			/>
		</Field>
	);
}
