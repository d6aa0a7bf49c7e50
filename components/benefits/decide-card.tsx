"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import {
	clawBackBenefitGrant,
	closeBenefitApplication,
	decideBenefitApplication,
} from "@/lib/domains/benefits/actions";
import { nextState } from "@/lib/domains/benefits/rules/transitions";
import type { ApplicationState } from "@/lib/domains/benefits/types";

type Props = {
	id: string;
	state: ApplicationState;
	canDecide: boolean;
	isFirst: boolean;
	/** Whether the next approval is followed by another person's. */
	isOfTwo: boolean;
	canClawBack: boolean;
	/** Nothing of the grant can be used any more. */
	isUsedUp: boolean;
};

/** What operations can do with an application now. */
export function DecideCard({ id, state, canDecide, isFirst, isOfTwo, canClawBack, isUsedUp }: Props) {
	const t = useTranslations("benefits.decide");
	const router = useRouter();
	const run = useActionButton();
	const [pending, start] = useTransition();
	const may = (step: "approve" | "close" | "clawBack") => nextState(state, step) !== null;
	const waitsOther = state === "SECOND" && isFirst;
	const approve = () =>
		start(async () => {
			const answer = decideBenefitApplication({ applicationId: id, decision: "APPROVE", reason: "" });
			if (await run(answer, t("done"))) router.refresh();
		});
	if (waitsOther) return <p className="text-ink-soft text-sm">{t("waitsOther")}</p>;
	return (
		<div className="flex flex-wrap gap-2">
			{canDecide && may("approve") && (
				<>
					<Button pending={pending} onClick={approve}>
						{t(state === "APPLIED" && isOfTwo ? "first" : "approve")}
					</Button>
					<ReasonDialog
						trigger={<Button variant="secondary">{t("refuse")}</Button>}
						title={t("refuseTitle")}
						description={t("refuseHint")}
						label={t("reason")}
						submitLabel={t("refuse")}
						tone="danger"
						done={t("done")}
						action={(reason) => decideBenefitApplication({ applicationId: id, decision: "REFUSE", reason })}
					/>
				</>
			)}
			{canDecide && isUsedUp && may("close") && (
				<Button
					pending={pending}
					onClick={() =>
						start(async () => {
							if (await run(closeBenefitApplication({ applicationId: id }), t("closed"))) router.refresh();
						})
					}
				>
					{t("close")}
				</Button>
			)}
			{canClawBack && may("clawBack") && (
				<ReasonDialog
					trigger={<Button variant="secondary">{t("clawBack")}</Button>}
					title={t("clawBackTitle")}
					description={t("clawBackHint")}
					label={t("reason")}
					submitLabel={t("clawBack")}
					tone="danger"
					done={t("clawedBack")}
					action={(reason) => clawBackBenefitGrant({ applicationId: id, reason })}
				/>
			)}
		</div>
	);
}
