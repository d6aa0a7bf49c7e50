"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { deactivate } from "@/lib/domains/identity/actions/users";
import { deactivateSchema } from "@/lib/domains/identity/schema";

export function DeactivateUser({ id, name }: { id: string; name: string }) {
	const t = useTranslations("identity.users");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="danger-ghost" size="sm">
					{t("deactivate")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("deactivateTitle", { name })} description={t("deactivateDescription")}>
				<DeactivateForm id={id} name={name} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function DeactivateForm({ id, name, onDone }: { id: string; name: string; onDone: () => void }) {
	const t = useTranslations("identity.users");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: deactivateSchema,
		defaults: { id, reason: "" },
		action: deactivate,
		onDone: () => {
			toast.success(t("deactivatedDone", { name }));
			onDone();
		},
	});
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("reason")} hint={t("reasonHint")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button type="submit" variant="danger" pending={pending}>
					{t("deactivate")}
				</Button>
			</DialogActions>
		</form>
	);
}
