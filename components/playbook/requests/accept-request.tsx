"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { acceptBrandRequest } from "@/lib/domains/playbook/actions/brand-requests";
import { acceptRequestSchema } from "@/lib/domains/playbook/schema/brand-requests";
import type { BrandRequest } from "@/lib/domains/playbook/types/brand-requests";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	request: Pick<BrandRequest, "id" | "name" | "email" | "shops">;
	managers: readonly { id: string; name: string }[];
	/** Offered as the manager where the one who accepts may be one. */
	ownId: string;
};

export function AcceptRequest(props: Props) {
	const t = useTranslations("brandrequests.ops");
	const { name, email } = props.request;
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>{t("accept")}</Button>
			</DialogTrigger>
			<DialogContent
				title={<span className="wrap-anywhere">{t("acceptTitle", { name })}</span>}
				description={t("acceptText", { email })}
			>
				<AcceptForm {...props} />
			</DialogContent>
		</Dialog>
	);
}

function AcceptForm({ request, managers, ownId }: Props) {
	const t = useTranslations("brandrequests.ops");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: acceptRequestSchema,
		defaults: {
			...{ requestId: request.id, shops: request.shops.join("\n") },
			managerId: managers.some(({ id }) => id === ownId) ? ownId : "",
		},
		action: acceptBrandRequest,
		onDone: ({ brandId }) => {
			toast.success(t("accepted", { name: request.name }));
			router.push(routes.ops.brand(brandId));
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("manager")} error={errorOf("managerId")} required>
				<NativeSelect
					{...form.register("managerId")}
					emptyLabel={t("choose")}
					options={managers.map(({ id, name }) => ({ value: id, label: name }))}
				/>
			</Field>
			<Field label={t("acceptShops")} hint={t("acceptShopsHint")} error={errorOf("shops")}>
				<Textarea rows={3} {...form.register("shops")} />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("accept")}
				</Button>
			</DialogActions>
		</form>
	);
}
