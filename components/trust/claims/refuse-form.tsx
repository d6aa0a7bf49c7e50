"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { decideTrustClaim } from "@/lib/domains/trust/actions/claims";
import { refusalReasons } from "@/lib/domains/trust/constants/decisions";
import { decideClaimSchema } from "@/lib/domains/trust/schema/claims";
import type { Decidable } from "./decide-form";

export function RefuseForm({ claim, onDone }: { claim: Decidable; onDone: () => void }) {
	const t = useTranslations("trustclaims");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: decideClaimSchema,
		defaults: {
			...{ claimId: claim.claimId, version: claim.version, outcome: "REFUSED" as const, note: "" },
			reasons: [] as string[],
		},
		action: decideTrustClaim,
		onDone,
	});
	const chosen = (form.watch("reasons") ?? []) as string[];
	const options: readonly string[] = refusalReasons[claim.guarantee];
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<fieldset className="space-y-2.5">
				<legend className="mb-2 font-medium text-ink text-sm">{t("decide.reasons")}</legend>
				{options.map((code) => (
					<Checkbox
						key={code}
						label={t(`refusalReason.${code as "TOO_LATE"}`)}
						checked={chosen.includes(code)}
						onCheckedChange={(checked) =>
							form.setValue(
								"reasons",
								options.filter((one) => (one === code ? checked === true : chosen.includes(one))),
								{ shouldValidate: form.formState.isSubmitted },
							)
						}
					/>
				))}
				<FieldError id="refusal-reasons-error">{errorOf("reasons")}</FieldError>
			</fieldset>
			<Field label={t("decide.noteRefuse")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<Button type="submit" variant="danger" pending={pending}>
				{t("decide.submitRefuse")}
			</Button>
		</form>
	);
}
