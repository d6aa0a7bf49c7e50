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
import { toast } from "@/components/ui/toast";
import { registerCertificate } from "@/lib/domains/certification/actions";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { registerCertificateSchema } from "@/lib/domains/certification/schema";

type Days = { today: string; inTwoYears: string };

export function RegisterCertificate(days: Days) {
	const t = useTranslations("records.certificates");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("register")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("registerTitle")} description={t("registerHint")}>
				<CertificateForm {...days} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function CertificateForm({ today, inTwoYears, close }: Days & { close: () => void }) {
	const t = useTranslations("records.certificates");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: registerCertificateSchema,
		defaults: { partner: "", holderName: "", number: "", issuedOn: today, expiresOn: inTwoYears },
		action: registerCertificate,
		onDone: (_, { number }) => {
			toast.success(t("done", { number }));
			close();
		},
	});
	const levels = certificateLevels.map((level) => ({ value: level, label: t(`level.${level}`) }));
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("field.partner")} hint={t("field.partnerHint")} error={errorOf("partner")} required>
				<Input {...form.register("partner")} />
			</Field>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("field.holder")} error={errorOf("holderName")} required>
					<Input {...form.register("holderName")} autoComplete="off" />
				</Field>
				<Field label={t("field.level")} error={errorOf("level")} required>
					<NativeSelect {...form.register("level")} emptyLabel={t("choose")} options={levels} />
				</Field>
			</div>
			<Field label={t("field.number")} error={errorOf("number")} required>
				<Input {...form.register("number")} autoComplete="off" />
			</Field>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("field.issuedOn")} error={errorOf("issuedOn")} required>
					<Input {...form.register("issuedOn")} type="date" max={today} />
				</Field>
				<Field
					label={t("field.expiresOn")}
					hint={t("field.expiresHint")}
					error={errorOf("expiresOn")}
					required
				>
					<Input {...form.register("expiresOn")} type="date" />
				</Field>
			</div>
			<DialogActions>
				<Button variant="secondary" onClick={close}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
