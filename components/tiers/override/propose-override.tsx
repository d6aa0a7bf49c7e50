"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { proposeTierOverride } from "@/lib/domains/tiers/actions/tier-overrides";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { overrideProposalSchema, overrideReasonMax } from "@/lib/domains/tiers/schema/override";

export type ProposeOverrideProps = {
	target: { runId: string; partnerId: string; receiptHash: string };
	partnerName: string;
	current: TierLevel;
	/** The tiers there are, with their names. */
	tiers: readonly { level: TierLevel; label: string }[];
	isFinal: boolean;
};

/** One lead's half of setting a tier by hand; what is typed stays until it is proposed. */
export function ProposeOverride({ target, partnerName, current, tiers, isFinal }: ProposeOverrideProps) {
	const t = useTranslations("overrides");
	const router = useRouter();
	const errorText = useErrorText();
	const [open, setOpen] = useState(false);
	const [tier, setTier] = useState("");
	const [reason, setReason] = useState("");
	const [showErrors, setShowErrors] = useState(false);
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	const reading = overrideProposalSchema.safeParse({ ...target, tier: Number(tier), reason });
	const faults = reading.success
		? {}
		: Object.fromEntries(reading.error.issues.map((i) => [i.path[0], i.message]));
	const faultOf = (field: string) => (showErrors && faults[field] ? errorText(faults[field]) : undefined);
	function propose() {
		setShowErrors(true);
		if (!reading.success) return;
		setError(null);
		startTransition(async () => {
			const outcome = await proposeTierOverride(reading.data);
			if (!outcome.ok) return setError(errorText(outcome.reason, outcome.params));
			setOpen(false);
			setReason("");
			setTier("");
			setShowErrors(false);
			toast.success(t("propose.done"));
			router.refresh();
		});
	}
	return (
		<>
			<Button variant="secondary" onClick={() => setOpen(true)}>
				{t("propose.open")}
			</Button>
			<Dialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
				<DialogContent
					title={t("propose.title", { partner: partnerName })}
					description={t("propose.text", { tier: current })}
				>
					<div className="space-y-4">
						<Field label={t("propose.tier")} required error={faultOf("tier")}>
							<NativeSelect
								value={tier}
								onChange={(event) => setTier(event.target.value)}
								emptyLabel={t("propose.choose")}
								options={tiers
									.filter(({ level }) => level !== current)
									.map(({ level, label }) => ({ value: `${level}`, label }))}
							/>
						</Field>
						<Field
							label={t("propose.reason")}
							hint={t("propose.reasonHint")}
							required
							error={faultOf("reason")}
						>
							<Textarea
								rows={5}
								maxLength={overrideReasonMax}
								value={reason}
								onChange={(event) => setReason(event.target.value)}
							/>
						</Field>
						<Banner>{t(isFinal ? "propose.whatFinal" : "propose.whatOpen")}</Banner>
						{error && (
							<Banner tone="danger" role="alert">
								{error}
							</Banner>
						)}
						<DialogActions>
							<Button pending={pending} onClick={propose}>
								{t("propose.submit")}
							</Button>
						</DialogActions>
					</div>
				</DialogContent>
			</Dialog>
		</>
	);
}
