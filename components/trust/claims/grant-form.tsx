"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { decideTrustClaim } from "@/lib/domains/trust/actions/claims";
import { claimPayers, grantReasons } from "@/lib/domains/trust/constants/decisions";
import { decideClaimSchema } from "@/lib/domains/trust/schema/claims";
import type { Decidable } from "./decide-form";

export function GrantForm({ claim, onDone }: { claim: Decidable; onDone: (isQueued: boolean) => void }) {
	const t = useTranslations("trustclaims");
	const isFailed = claim.verdict === "FAIL";
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: decideClaimSchema,
		defaults: {
			...{ claimId: claim.claimId, version: claim.version, outcome: "GRANTED" as const, note: "" },
			...{ payer: isFailed ? ("PLATFORM" as const) : ("SHOP" as const), amountFen: claim.amountFen ?? "" },
			reason: isFailed ? "GOODWILL" : claim.winner === "FLOOR" ? "LAW_APPLIES" : "PROMISE_APPLIES",
		},
		action: decideTrustClaim,
		onDone: ({ isQueued }) => onDone(isQueued),
	});
	if (claim.amountFen === null) return <p className="text-ink-soft text-sm">{t("decide.grantUnknown")}</p>;
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{isFailed && <Banner tone="warning">{t("decide.failed")}</Banner>}
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("decide.reason")} error={errorOf("reason")} required>
				<NativeSelect
					{...form.register("reason")}
					options={grantReasons.map((value) => ({ value, label: t(`grantReason.${value}`) }))}
				/>
			</Field>
			<Field label={t("decide.payer")} error={errorOf("payer")} required>
				<NativeSelect
					{...form.register("payer")}
					options={claimPayers.map((value) => ({ value, label: t(`payer.${value}`) }))}
				/>
			</Field>
			<Field label={t("decide.note")} error={errorOf("note")} required={isFailed}>
				<Textarea {...form.register("note")} rows={2} />
			</Field>
			<Button type="submit" pending={pending}>
				{t("decide.submitGrant")}
			</Button>
		</form>
	);
}
