"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { connectBrandShops } from "@/lib/domains/playbook/actions/shops";
import { connectShopsSchema } from "@/lib/domains/playbook/schema";

export function ConnectShops({ brandId }: { brandId: string }) {
	const t = useTranslations("brandshops");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("connect.title")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("connect.title")} description={t("connect.hint")}>
				<ConnectForm brandId={brandId} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ConnectForm({ brandId, close }: { brandId: string; close: () => void }) {
	const t = useTranslations("brandshops.connect");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: connectShopsSchema,
		defaults: { brandId, shops: "" },
		action: connectBrandShops,
		onDone: ({ count }) => {
			toast.success(t("done", { count }));
			close();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("codes")} hint={t("codesHint")} error={errorOf("shops")} required>
				<Textarea rows={3} {...form.register("shops")} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
