"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/segmented";
import { toast } from "@/components/ui/toast";
import type { Guarantee, ScreenVerdict } from "@/lib/domains/trust/types/claims";
import { GrantForm } from "./grant-form";
import { RefuseForm } from "./refuse-form";

export type Decidable = {
	claimId: string;
	version: number;
	guarantee: Guarantee;
	verdict: ScreenVerdict;
	/** In fen, as text; null while a fact is missing. */
	amountFen: string | null;
	amount: string | null;
	winner: "PROMISE" | "FLOOR" | null;
};

/** Grant or refuse: one of the two forms, and what was typed in one stays while the other is looked at. */
export function DecideForm({ claim }: { claim: Decidable }) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const [outcome, setOutcome] = useState<"GRANTED" | "REFUSED">(
		claim.verdict === "FAIL" || claim.amountFen === null ? "REFUSED" : "GRANTED",
	);
	const done = (isQueued: boolean) => {
		toast.success(t(isQueued ? "decide.doneQueued" : "decide.done"));
		router.refresh();
	};
	return (
		<div className="space-y-4">
			<Segmented
				label={t("decide.outcome")}
				value={outcome}
				onValueChange={setOutcome}
				options={[
					{
						value: "GRANTED",
						label: claim.amount ? t("decide.grant", { amount: claim.amount }) : t("decide.grantUnknown"),
					},
					{ value: "REFUSED", label: t("decide.refuse") },
				]}
			/>
			<div hidden={outcome !== "GRANTED"}>
				<GrantForm claim={claim} onDone={done} />
			</div>
			<div hidden={outcome !== "REFUSED"}>
				<RefuseForm claim={claim} onDone={() => done(false)} />
			</div>
		</div>
	);
}
