"use client";

import { Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { RehearsedEffect } from "@/components/gmv/proposals/rehearsed-effect";
import { useRehearsal } from "@/components/gmv/proposals/use-rehearsal";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect, type SelectOption } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { bindShop } from "@/lib/domains/gmv/actions";
import { rehearseBinding } from "@/lib/domains/gmv/actions/proposals";
import { bindShopSchema } from "@/lib/domains/gmv/schema";
import { routes } from "@/lib/platform/routes/routes";

type BindShopProps = {
	partner: { id: string; name: string };
	tracks: readonly SelectOption[];
	/** Codes offered while typing; the label shows what the shop sold. */
	shops: readonly SelectOption[];
	/** A shop chosen before the partner was: the dialog opens with it. */
	chosenShop: string;
	today: string;
	/** May change the past, once its effect was looked at. */
	canCorrect: boolean;
};

export function BindShopDialog(props: BindShopProps) {
	const t = useTranslations("gmv");
	const router = useRouter();
	const [open, setOpen] = useState(props.chosenShop !== "");
	function close() {
		setOpen(false);
		if (props.chosenShop) router.replace(routes.ops.partner(props.partner.id));
	}
	return (
		<Dialog open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
			<DialogTrigger asChild>
				<Button>
					<Link2 aria-hidden="true" />
					{t("partner.bind")}
				</Button>
			</DialogTrigger>
			<DialogContent
				title={t("bind.title")}
				description={t("bind.description", { partner: props.partner.name })}
			>
				<BindShopForm {...props} onDone={close} />
			</DialogContent>
		</Dialog>
	);
}

function BindShopForm({
	partner,
	tracks,
	shops,
	chosenShop,
	today,
	canCorrect,
	onDone,
}: BindShopProps & { onDone: () => void }) {
	const t = useTranslations("gmv");
	const tCommon = useTranslations("common");
	const listId = useId();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: bindShopSchema,
		defaults: {
			partnerId: partner.id,
			shopCode: chosenShop,
			trackCode: tracks[0]?.value,
			fromDay: today,
			reason: "",
		},
		action: bindShop,
		onDone: (_value, input) => {
			toast.success(t("bind.done", { shop: input.shopCode.trim() }));
			onDone();
		},
	});
	const isPast = form.watch("fromDay") < today;
	const rehearsal = useRehearsal(rehearseBinding);
	const [shopCode, trackCode, fromDay] = form.watch(["shopCode", "trackCode", "fromDay"]);
	const asked = `${shopCode}/${trackCode}/${fromDay}`;
	const look = () =>
		rehearsal.look(asked, { partnerId: partner.id, shopCode, trackCode, fromDay, reason: "" });
	const mustLook = isPast && canCorrect;
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("bind.shopCode")} hint={t("bind.shopHint")} error={errorOf("shopCode")} required>
				<Input {...form.register("shopCode")} list={listId} autoComplete="off" className="font-mono" />
			</Field>
			<datalist id={listId} aria-label={t("bind.suggestions")}>
				{shops.map((shop) => (
					<option key={shop.value} value={shop.value} label={shop.label} />
				))}
			</datalist>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("bind.track")} error={errorOf("trackCode")} required>
					<NativeSelect {...form.register("trackCode")} options={tracks} />
				</Field>
				<Field label={t("bind.fromDay")} error={errorOf("fromDay")} required>
					<Input {...form.register("fromDay")} type="date" />
				</Field>
			</div>
			{isPast && (
				<Field label={t("bind.reason")} hint={t("bind.fromHint")} error={errorOf("reason")} required>
					<Textarea {...form.register("reason")} rows={2} />
				</Field>
			)}
			{mustLook && <RehearsedEffect rehearsal={rehearsal} asked={asked} onLook={look} />}
			<DialogActions>
				<Button variant="secondary" onClick={onDone}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending} disabled={mustLook && !rehearsal.effectOf(asked)}>
					{t("bind.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
