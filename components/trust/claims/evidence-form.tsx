"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { addClaimEvidence, addShopEvidence } from "@/lib/domains/trust/actions/claims";
import { addEvidenceSchema } from "@/lib/domains/trust/schema/claims";

/** Evidence in words: the brand's own is the shop's, operations say whose it is. */
export function EvidenceForm({ claimId, side }: { claimId: string; side: "brand" | "desk" }) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const isBrand = side === "brand";
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: addEvidenceSchema,
		defaults: { claimId, party: isBrand ? "SHOP" : "BUYER", text: "" },
		action: isBrand ? addShopEvidence : addClaimEvidence,
		onDone: () => {
			toast.success(t("evidence.done"));
			form.resetField("text");
			router.refresh();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-3">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			{!isBrand && (
				<Field label={t("evidence.party")} className="max-w-48">
					<NativeSelect
						{...form.register("party")}
						options={(["BUYER", "SHOP", "PLATFORM"] as const).map((value) => ({
							value,
							label: t(`party.${value}`),
						}))}
					/>
				</Field>
			)}
			<Field label={t("evidence.text")} error={errorOf("text")} required>
				<Textarea {...form.register("text")} rows={3} />
			</Field>
			<div>
				<Button type="submit" variant="secondary" pending={pending}>
					{t("evidence.submit")}
				</Button>
			</div>
		</form>
	);
}
