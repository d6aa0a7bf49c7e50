import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import { figureInWords, type StepSpeech } from "@/lib/domains/playbook/rules/steps/policy-words";
import type { StepFigure, StepPolicyDocument } from "@/lib/domains/playbook/types/step-policy";
import { getTranslations } from "@/lib/platform/i18n/server";

const sections = [1, 2, 3, 4, 5, 0] as const;

/** A whole version in figures, step by step. */
export async function PolicySteps({ policy }: { policy: StepPolicyDocument }) {
	const t = await getTranslations("steppolicy");
	const speech = t as unknown as StepSpeech;
	const figure = ({ code, more }: StepFigure) => {
		const words = figureInWords(speech, code, policy[code]);
		return {
			term: speech(`figure.${code}`),
			detail: <span className="figure">{more === "stricter" ? t("atLeast", { value: words }) : words}</span>,
		};
	};
	return (
		<div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
			{sections.map((step) => (
				<Card key={step}>
					<CardHeader
						title={step === 0 ? t("step.0") : `${step} · ${t(`step.${step}`)}`}
						description={t(`stepHint.${step}`)}
					/>
					<CardBody>
						<DescriptionList items={stepFigures.filter((one) => one.step === step).map(figure)} />
					</CardBody>
				</Card>
			))}
		</div>
	);
}
