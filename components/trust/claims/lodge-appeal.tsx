"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { appealTrustClaim, appealTrustClaimForBuyer } from "@/lib/domains/trust/actions/claims";
import { appealClaimSchema } from "@/lib/domains/trust/schema/claims";

export function LodgeAppeal({ claimId, side }: { claimId: string; side: "brand" | "desk" }) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const isBrand = side === "brand";
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: appealClaimSchema,
		defaults: { claimId, statement: "" },
		action: isBrand ? appealTrustClaim : appealTrustClaimForBuyer,
		onDone: () => {
			toast.success(t("appeal.doneShort"));
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
			<Field label={t("appeal.statement")} error={errorOf("statement")} required>
				<Textarea {...form.register("statement")} rows={3} />
			</Field>
			<div>
				<Button type="submit" variant="secondary" pending={pending}>
					{t(isBrand ? "appeal.lodge" : "appeal.lodgeForBuyer")}
				</Button>
			</div>
		</form>
	);
}
