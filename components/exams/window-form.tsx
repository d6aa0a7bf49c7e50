"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { changeExamWindow, openExamWindow } from "@/lib/domains/certification/actions/windows";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { changeWindowSchema, openWindowSchema } from "@/lib/domains/certification/schema/windows";

/** A window as the form writes it: times of Asia/Shanghai as the browser's own control has them. */
export type WindowValues = {
	nameZh: string;
	nameEn: string;
	opensAt: string;
	closesAt: string;
	seats: string;
};

const names = ["nameZh", "nameEn", "opensAt", "closesAt", "seats"] as const;

export function OpenWindow({ values }: { values: WindowValues }) {
	const t = useTranslations("examdesk");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>{t("window.open")}</Button>
			</DialogTrigger>
			<DialogContent title={t("window.openTitle")} description={t("window.openHint")}>
				<OpeningForm values={values} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function OpeningForm({ values, close }: { values: WindowValues; close: () => void }) {
	const t = useTranslations("examdesk");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: openWindowSchema,
		defaults: values,
		action: openExamWindow,
		onDone: () => {
			toast.success(t("window.opened"));
			close();
		},
	});
	const levels = certificateLevels.map((level) => ({ value: level, label: t(`levels.${level}`) }));
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("windows.level")} error={errorOf("level")} required>
				<NativeSelect {...form.register("level")} emptyLabel={t("choose")} options={levels} />
			</Field>
			<WindowFields register={form.register} errorOf={errorOf} />
			<FormButtons close={close} pending={pending} />
		</form>
	);
}

type ChangeProps = { window: { id: string; version: number }; values: WindowValues };

export function ChangeWindow(props: ChangeProps) {
	const t = useTranslations("examdesk");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary">{t("window.change")}</Button>
			</DialogTrigger>
			<DialogContent title={t("window.changeTitle")} description={t("window.changeHint")}>
				<ChangingForm {...props} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ChangingForm({ window, values, close }: ChangeProps & { close: () => void }) {
	const t = useTranslations("examdesk");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: changeWindowSchema,
		defaults: { ...values, windowId: window.id, version: window.version },
		action: changeExamWindow,
		onDone: () => {
			toast.success(t("window.changed"));
			close();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<WindowFields register={form.register} errorOf={errorOf} />
			<FormButtons close={close} pending={pending} />
		</form>
	);
}

type FieldName = (typeof names)[number];
type FieldsProps = {
	register: (name: FieldName) => object;
	errorOf: (name: FieldName) => string | undefined;
};

function WindowFields({ register, errorOf }: FieldsProps) {
	const t = useTranslations("examdesk");
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			<Field label={t("window.nameZh")} error={errorOf("nameZh")} required>
				<Input {...register("nameZh")} autoComplete="off" />
			</Field>
			<Field label={t("window.nameEn")} error={errorOf("nameEn")} required>
				<Input {...register("nameEn")} autoComplete="off" />
			</Field>
			<Field label={t("window.opensAt")} error={errorOf("opensAt")} required>
				<Input {...register("opensAt")} type="datetime-local" />
			</Field>
			<Field label={t("window.closesAt")} hint={t("window.closesHint")} error={errorOf("closesAt")}>
				<Input {...register("closesAt")} type="datetime-local" />
			</Field>
			<Field label={t("window.seats")} hint={t("window.seatsHint")} error={errorOf("seats")}>
				<Input {...register("seats")} inputMode="numeric" autoComplete="off" />
			</Field>
		</div>
	);
}

function FormButtons({ close, pending }: { close: () => void; pending: boolean }) {
	const t = useTranslations("examdesk");
	const tCommon = useTranslations("common");
	return (
		<DialogActions>
			<Button variant="secondary" onClick={close}>
				{tCommon("actions.cancel")}
			</Button>
			<Button type="submit" pending={pending}>
				{t("window.save")}
			</Button>
		</DialogActions>
	);
}
