"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { inviteNewBrand } from "@/lib/domains/playbook/actions/portfolio";
import { newBrandSchema } from "@/lib/domains/playbook/schema";

type Managers = { managers: readonly { id: string; name: string }[] };

export function InviteBrand({ managers }: Managers) {
	const t = useTranslations("playbook");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("ops.invite")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("invite.title")} description={t("invite.hint")}>
				<InviteForm managers={managers} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function InviteForm({ managers, close }: Managers & { close: () => void }) {
	const t = useTranslations("playbook.invite");
	const tKind = useTranslations("playbook.kind");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: newBrandSchema,
		defaults: { name: "", category: "", email: "", shops: "", managerId: "" },
		action: inviteNewBrand,
		onDone: (_, { name }) => {
			toast.success(t("done", { name }));
			close();
		},
	});
	const kinds = (["WELL_KNOWN", "NEW_CONSUMPTION"] as const).map((kind) => ({
		value: kind,
		label: tKind(kind),
	}));
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
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("kind")} error={errorOf("kind")} required>
					<NativeSelect {...form.register("kind")} emptyLabel={t("choose")} options={kinds} />
				</Field>
				<Field label={t("category")} error={errorOf("category")} required>
					<Input {...form.register("category")} autoComplete="off" />
				</Field>
			</div>
			<Field label={t("email")} error={errorOf("email")} required>
				<Input {...form.register("email")} type="email" autoComplete="off" />
			</Field>
			<Field label={t("shops")} hint={t("shopsHint")} error={errorOf("shops")}>
				<Textarea rows={2} {...form.register("shops")} />
			</Field>
			<Field label={t("manager")} error={errorOf("managerId")}>
				<NativeSelect
					{...form.register("managerId")}
					emptyLabel={t("choose")}
					options={managers.map(({ id, name }) => ({ value: id, label: name }))}
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
