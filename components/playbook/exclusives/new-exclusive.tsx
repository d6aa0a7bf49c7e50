"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { proposeExclusiveProduct } from "@/lib/domains/playbook/actions/exclusives";
import { newExclusiveSchema } from "@/lib/domains/playbook/schema/exclusives";

type Props = { brandId: string; shops: readonly { id: number; name: string }[] };

export function NewExclusive(props: Props) {
	const t = useTranslations("exclusives.new");
	const dialog = useClosingDialog(t("done"));
	return (
		<Dialog open={dialog.open} onOpenChange={dialog.setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("action")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("title")} description={t("description")}>
				<NewForm {...props} finish={dialog.finish} />
			</DialogContent>
		</Dialog>
	);
}

function NewForm({ brandId, shops, finish }: Props & { finish: () => void }) {
	const t = useTranslations("exclusives.new");
	const only = shops.length === 1 ? String(shops[0]?.id) : "";
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: newExclusiveSchema,
		defaults: { brandId, name: "", shopId: only },
		action: proposeExclusiveProduct,
		onDone: finish,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("name")} error={errorOf("name")} required>
				<Input {...form.register("name")} autoComplete="off" />
			</Field>
			<Field label={t("shop")} error={errorOf("shopId")} required>
				<NativeSelect
					{...form.register("shopId")}
					emptyLabel={t("choose")}
					options={shops.map(({ id, name }) => ({ value: String(id), label: name }))}
				/>
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
