import { Card } from "@/components/ui/card";
import { Stepper, type StepState } from "@/components/ui/stepper";
import { openStages } from "@/lib/domains/fund/constants";
import type { FundEvent, FundStage } from "@/lib/domains/fund/types";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { stage: FundStage; events: readonly Pick<FundEvent, "fromStage" | "toStage">[] };

/** How far an application has come; where it ended, if it did. */
export async function StageSteps({ stage, events }: Props) {
	const t = await getTranslations("fund");
	const hasEnded = stage === "DECLINED" || stage === "WITHDRAWN";
	const last = hasEnded ? (events.find((event) => event.toStage === stage)?.fromStage ?? "APPLIED") : stage;
	const path = [...openStages, "INVESTED"] as const;
	const at = (path as readonly FundStage[]).indexOf(last);
	const stateOf = (index: number): StepState => {
		if (index < at || stage === "INVESTED") return "done";
		if (index > at) return "todo";
		return hasEnded ? "error" : "current";
	};
	return (
		<Card className="px-3 py-4">
			<Stepper
				label={t("case.steps")}
				steps={path.map((one, index) => ({ id: one, label: t(`stages.${one}`), state: stateOf(index) }))}
				stateLabels={{
					done: t("case.stepStates.done"),
					current: t("case.stepStates.current"),
					todo: t("case.stepStates.todo"),
					error: t("case.stepStates.error"),
				}}
			/>
		</Card>
	);
}
