"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { newKey } from "@/components/forms/new-key";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { openTrustClaim } from "@/lib/domains/trust/actions/claims";
import { guarantees, reasonsOf } from "@/lib/domains/trust/constants/guarantees";
import { openClaimSchema } from "@/lib/domains/trust/schema/claims";
import type { Guarantee } from "@/lib/domains/trust/types/claims";
import { routes } from "@/lib/platform/routes/routes";
import { FactFields, nothingKnown } from "./fact-fields";

/** The browser's own clock field is read as the portal's business time. */
const withOffset = (typed: string) => (typed ? `${typed}:00+08:00` : undefined);

export function NewClaimForm({ regions }: { regions: readonly { value: string; label: string }[] }) {
	const t = useTranslations("trustclaims");
	const rules = useTranslations("trustrules");
	const router = useRouter();
	const [sentAt, setSentAt] = useState("");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: openClaimSchema,
		defaults: {
			...{ key: newKey(), source: "", eventId: "", lineNo: 1, statement: "", facts: nothingKnown as never },
			...{ guarantee: "SEVEN_DAY_RETURN" as const, reason: "NO_REASON" as const },
		},
		action: openTrustClaim,
		onDone: ({ claimId, number }) => {
			toast.success(t("new.done", { number }));
			router.push(routes.ops.trustClaim(claimId));
		},
	});
	const guarantee = (form.watch("guarantee") ?? "SEVEN_DAY_RETURN") as Guarantee;
	return (
		<form onSubmit={submit} noValidate className="space-y-6">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Card>
				<CardHeader title={t("new.order")} />
				<CardBody className="grid gap-4 sm:grid-cols-3">
					<Field label={t("new.source")} hint={t("new.sourceHint")} error={errorOf("source")} required>
						<Input {...form.register("source")} autoComplete="off" />
					</Field>
					<Field label={t("new.eventId")} error={errorOf("eventId")} required>
						<Input {...form.register("eventId")} autoComplete="off" />
					</Field>
					<Field label={t("new.lineNo")} error={errorOf("lineNo")} required>
						<Input {...form.register("lineNo", { valueAsNumber: true })} inputMode="numeric" />
					</Field>
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("new.claim")} />
				<CardBody className="grid gap-4 sm:grid-cols-2">
					<Field label={t("new.guarantee")} error={errorOf("guarantee")} required>
						<NativeSelect
							{...form.register("guarantee", {
								onChange: ({ target }) => form.setValue("reason", reasonsOf[target.value as Guarantee][0]),
							})}
							options={guarantees.map((value) => ({ value, label: rules(`guarantee.${value}`) }))}
						/>
					</Field>
					<Field label={t("new.reason")} error={errorOf("reason")} required>
						<NativeSelect
							{...form.register("reason")}
							options={reasonsOf[guarantee].map((value) => ({ value, label: t(`reason.${value}`) }))}
						/>
					</Field>
					<Field
						label={t("new.statement")}
						error={errorOf("statement")}
						required
						className="sm:col-span-full"
					>
						<Textarea {...form.register("statement")} rows={3} />
					</Field>
					<Field label={t("new.noticeSentAt")} hint={t("new.noticeHint")} error={errorOf("noticeSentAt")}>
						<Input
							type="datetime-local"
							value={sentAt}
							onChange={({ target }) => {
								setSentAt(target.value);
								form.setValue("noticeSentAt", withOffset(target.value));
							}}
						/>
					</Field>
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("facts.title")} description={t("facts.hint")} />
				<CardBody>
					<FactFields guarantee={guarantee} form={form} errorOf={errorOf} regions={regions} />
				</CardBody>
			</Card>
			<Button type="submit" pending={pending}>
				{t("new.submit")}
			</Button>
		</form>
	);
}
