"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { changeBenefitStatus } from "@/lib/domains/benefits/actions";
import { statusMoves } from "@/lib/domains/benefits/rules/transitions";
import type { BenefitStatus } from "@/lib/domains/benefits/types";

/** Publishes at once; pausing and retiring ask for a reason. */
export function StatusButtons({ benefitId, status }: { benefitId: string; status: BenefitStatus }) {
	const t = useTranslations("benefits.detail");
	const router = useRouter();
	const run = useActionButton();
	const [pending, start] = useTransition();
	const moves = statusMoves[status];
	const ask = (to: "PAUSED" | "RETIRED", name: "pause" | "retire") =>
		moves.includes(to) && (
			<ReasonDialog
				trigger={<Button variant="secondary">{t(name)}</Button>}
				title={t(name)}
				description={t(`${name}Hint`)}
				label={t("reason")}
				submitLabel={t(name)}
				tone={to === "RETIRED" ? "danger" : "primary"}
				done={t("moved")}
				action={(reason) => changeBenefitStatus({ benefitId, to, reason })}
			/>
		);
	return (
		<>
			{moves.includes("PUBLISHED") && (
				<Button
					pending={pending}
					onClick={() =>
						start(async () => {
							const answer = changeBenefitStatus({ benefitId, to: "PUBLISHED", reason: "" });
							if (await run(answer, t("published"))) router.refresh();
						})
					}
				>
					{t(status === "DRAFT" ? "publish" : "resume")}
				</Button>
			)}
			{ask("PAUSED", "pause")}
			{ask("RETIRED", "retire")}
		</>
	);
}
