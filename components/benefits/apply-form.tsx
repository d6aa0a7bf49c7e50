"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { newKey } from "@/components/forms/new-key";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { applyToBenefit } from "@/lib/domains/benefits/actions";
import { applyForStreamerSchema, applySchema } from "@/lib/domains/benefits/schema";
import { routes } from "@/lib/platform/routes/routes";

type Props = { benefitId: string; isForStreamer: boolean; workspace: "partner" | "brand" };

/** One intention, one key: pressed twice, it is one application. */
export function ApplyForm({ benefitId, isForStreamer, workspace }: Props) {
	const t = useTranslations("benefits.apply");
	const router = useRouter();
	const [key] = useState(newKey);
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: isForStreamer ? applyForStreamerSchema : applySchema,
		defaults: { benefitId, streamer: "", statement: "", key },
		action: applyToBenefit,
		onDone: ({ applicationId, state }) => {
			toast.success(t(state === "GRANTED" ? "granted" : "sent"));
			router.push(routes[workspace].benefitApplication(applicationId));
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			{isForStreamer && (
				<Field label={t("streamer")} hint={t("streamerHint")} error={errorOf("streamer")} required>
					<Input {...form.register("streamer")} maxLength={40} />
				</Field>
			)}
			<Field label={t("statement")} hint={t("statementHint")} error={errorOf("statement")} required>
				<Textarea {...form.register("statement")} rows={4} maxLength={1_000} />
			</Field>
			<Button type="submit" pending={pending} className="self-start">
				{t("submit")}
			</Button>
		</form>
	);
}
