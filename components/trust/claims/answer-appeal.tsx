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
import { decideTrustClaimAppeal } from "@/lib/domains/trust/actions/claims";
import { decideClaimAppealSchema } from "@/lib/domains/trust/schema/claims";

type Props = { claimId: string; version: number; isShops: boolean };

export function AnswerAppeal({ claimId, version, isShops }: Props) {
	const t = useTranslations("trustclaims");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: decideClaimAppealSchema,
		defaults: { claimId, version, note: "" },
		action: decideTrustClaimAppeal,
		onDone: () => {
			toast.success(t("appeal.answerDone"));
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
			<Field
				label={t("appeal.answer")}
				hint={t(isShops ? "appeal.upholdShop" : "appeal.upholdBuyer")}
				error={errorOf("decision")}
				required
			>
				<NativeSelect
					{...form.register("decision")}
					emptyLabel={t("new.choose")}
					options={[
						{ value: "UPHELD", label: t("appeal.uphold") },
						{ value: "REJECTED", label: t("appeal.reject") },
					]}
				/>
			</Field>
			<Field label={t("appeal.note")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<div>
				<Button type="submit" pending={pending}>
					{t("appeal.answer")}
				</Button>
			</div>
		</form>
	);
}
