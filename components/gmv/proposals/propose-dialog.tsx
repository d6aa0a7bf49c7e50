"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect, type SelectOption } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { proposeAsBrand, proposeAsPartner, proposeAsPlatform } from "@/lib/domains/gmv/actions/proposals";
import {
	proposeAsBrandSchema,
	proposeAsPartnerSchema,
	proposeAsPlatformSchema,
} from "@/lib/domains/gmv/schema/proposals";

type Shared = { tracks: readonly SelectOption[]; today: string };
type ProposeDialogProps = Shared &
	(
		| { as: "PARTNER" }
		| { as: "BRAND"; shops: readonly SelectOption[] }
		| { as: "PLATFORM"; partnerId: string }
	);

export function ProposeDialog(props: ProposeDialogProps) {
	const t = useTranslations("gmv.propose");
	const [open, setOpen] = useState(false);
	const isOps = props.as === "PLATFORM";
	const descriptions = {
		PARTNER: "description",
		BRAND: "brandDescription",
		PLATFORM: "platformDescription",
	} as const;
	const close = () => setOpen(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant={isOps ? "secondary" : "primary"}>
					<Link2 aria-hidden="true" />
					{t(isOps ? "platformAction" : "action")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t(isOps ? "platformTitle" : "title")} description={t(descriptions[props.as])}>
				{props.as === "PARTNER" && <PartnerForm {...props} onDone={close} />}
				{props.as === "BRAND" && <BrandForm {...props} onDone={close} />}
				{props.as === "PLATFORM" && <PlatformForm {...props} onDone={close} />}
			</DialogContent>
		</Dialog>
	);
}

type Terms = { shopCode: string; trackCode: string; fromDay: string; toDay?: string; note?: string };

function defaultsOf({ tracks, today }: Shared) {
	return { shopCode: "", trackCode: tracks[0]?.value ?? "", fromDay: today, toDay: "", note: "" };
}

type FormState<Input extends FieldValues> = {
	form: UseFormReturn<Input>;
	submit: () => void;
	pending: boolean;
	formError: string | undefined;
	errorOf: (path: Path<Input>) => string | undefined;
};

function useDone(onDone: () => void) {
	const t = useTranslations("gmv.propose");
	return (_value: object, input: Terms) => {
		toast.success(t("done", { shop: input.shopCode.trim() }));
		onDone();
	};
}

function PartnerForm({ onDone, ...shared }: Shared & { onDone: () => void }) {
	const done = useDone(onDone);
	const state = useActionForm({
		schema: proposeAsPartnerSchema,
		defaults: defaultsOf(shared),
		action: proposeAsPartner,
		onDone: done,
	});
	return <TermsForm state={state} shared={shared} onCancel={onDone} />;
}

function PlatformForm({ partnerId, onDone, ...shared }: Shared & { partnerId: string; onDone: () => void }) {
	const done = useDone(onDone);
	const state = useActionForm({
		schema: proposeAsPlatformSchema,
		defaults: { ...defaultsOf(shared), partnerId },
		action: proposeAsPlatform,
		onDone: done,
	});
	return <TermsForm state={state} shared={shared} onCancel={onDone} />;
}

function BrandForm({
	shops,
	onDone,
	...shared
}: Shared & { shops: readonly SelectOption[]; onDone: () => void }) {
	const t = useTranslations("gmv.propose");
	const done = useDone(onDone);
	const state = useActionForm({
		schema: proposeAsBrandSchema,
		defaults: { ...defaultsOf(shared), shopCode: shops[0]?.value ?? "", partnerUscc: "" },
		action: proposeAsBrand,
		onDone: done,
	});
	return (
		<TermsForm state={state} shared={shared} shops={shops} onCancel={onDone}>
			<Field label={t("uscc")} hint={t("usccHint")} error={state.errorOf("partnerUscc")} required>
				<Input {...state.form.register("partnerUscc")} autoComplete="off" className="font-mono uppercase" />
			</Field>
		</TermsForm>
	);
}

type TermsFormProps<Input extends Terms> = {
	state: FormState<Input>;
	shared: Shared;
	shops?: readonly SelectOption[];
	onCancel: () => void;
	children?: React.ReactNode;
};

function TermsForm<Input extends Terms>({ state, shared, shops, onCancel, children }: TermsFormProps<Input>) {
	const t = useTranslations("gmv");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError } = state;
	const register = (name: keyof Terms) => form.register(name as Path<Input>);
	const errorOf = (name: keyof Terms) => state.errorOf(name as Path<Input>);
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field
				label={t("bind.shopCode")}
				hint={shops ? undefined : t("propose.shopHint")}
				error={errorOf("shopCode")}
				required
			>
				{shops ? (
					<NativeSelect {...register("shopCode")} options={shops} />
				) : (
					<Input {...register("shopCode")} autoComplete="off" className="font-mono" />
				)}
			</Field>
			{children}
			<Field label={t("bind.track")} error={errorOf("trackCode")} required>
				<NativeSelect {...register("trackCode")} options={shared.tracks} />
			</Field>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("propose.fromDay")} error={errorOf("fromDay")} required>
					<Input {...register("fromDay")} type="date" min={shared.today} />
				</Field>
				<Field label={t("propose.toDay")} hint={t("propose.toHint")} error={errorOf("toDay")}>
					<Input {...register("toDay")} type="date" />
				</Field>
			</div>
			<Field label={t("propose.note")} hint={t("propose.noteHint")} error={errorOf("note")}>
				<Textarea {...register("note")} rows={2} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("propose.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
