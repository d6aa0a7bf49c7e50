"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { refuseBrandRequest } from "@/lib/domains/playbook/actions/brand-requests";
import { refusalReasons } from "@/lib/domains/playbook/constants/brand-requests";
import { refuseRequestSchema } from "@/lib/domains/playbook/schema/brand-requests";

type Props = { request: { id: string; name: string } };

export function RefuseRequest({ request }: Props) {
	const t = useTranslations("brandrequests.ops");
	const { open, setOpen, finish } = useClosingDialog(t("refused"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary">{t("refuse")}</Button>
			</DialogTrigger>
			<DialogContent
				title={<span className="wrap-anywhere">{t("refuseTitle", { name: request.name })}</span>}
				description={t("refuseText")}
			>
				<RefuseForm requestId={request.id} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function RefuseForm({ requestId, onDone }: { requestId: string; onDone: () => void }) {
	const t = useTranslations("brandrequests");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: refuseRequestSchema,
		defaults: { requestId, reasonCodes: [], reason: "" },
		action: refuseBrandRequest,
		onDone,
	});
	const fault = errorOf("reasonCodes");
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<fieldset className="space-y-2" aria-describedby={fault ? "refusal-fault" : undefined}>
				<legend className="mb-1 font-medium text-ink text-sm">{t("ops.reasonCodes")}</legend>
				{refusalReasons.map((code) => (
					<label key={code} className="flex min-h-9 items-center gap-2.5 text-ink text-sm">
						<input
							type="checkbox"
							value={code}
							className="size-4 accent-brand"
							{...form.register("reasonCodes")}
						/>
						{t(`reason.${code}`)}
					</label>
				))}
				{fault && (
					<p id="refusal-fault" role="alert" className="text-danger-ink text-sm">
						{fault}
					</p>
				)}
			</fieldset>
			<Field label={t("ops.reasonWords")} hint={t("ops.reasonWordsHint")} error={errorOf("reason")}>
				<Textarea rows={3} maxLength={500} {...form.register("reason")} />
			</Field>
			<DialogActions>
				<Button type="submit" variant="danger" pending={pending}>
					{t("ops.refuse")}
				</Button>
			</DialogActions>
		</form>
	);
}
