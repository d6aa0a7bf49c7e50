"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { previewTrustRecall } from "@/lib/domains/trust/actions/claims";
import { mostRecallLines, recallReasons } from "@/lib/domains/trust/constants/decisions";
import { previewRecallSchema } from "@/lib/domains/trust/schema/claims";
import { formatCount } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Guarantee = keyof typeof recallReasons;
const choices = Object.keys(recallReasons) as Guarantee[];

/** Which batch, and what it was found to be; the dry run opens on a page of its own. */
export function RecallForm({ shops }: { shops: readonly { id: number; name: string }[] }) {
	const t = useTranslations("trustclaims");
	const rules = useTranslations("trustrules");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: previewRecallSchema,
		defaults: { productId: "", fromDay: "", toDay: "", guarantee: choices[0], note: "", isFood: false },
		action: previewTrustRecall,
		onDone: ({ recallId }) => {
			toast.success(t("recall.previewDone"));
			router.push(routes.ops.trustRecall(recallId));
		},
	});
	const isTenfold = form.watch("guarantee") === "TENFOLD_COMPENSATION";
	return (
		<form onSubmit={submit} noValidate className="grid gap-4 sm:grid-cols-2">
			{formError && (
				<Banner tone="danger" role="alert" className="sm:col-span-full">
					{formError}
				</Banner>
			)}
			<Field label={t("recall.shopId")} error={errorOf("shopId")} required>
				<NativeSelect
					{...form.register("shopId")}
					emptyLabel={t("new.choose")}
					options={shops.map(({ id, name }) => ({ value: String(id), label: name }))}
				/>
			</Field>
			<Field label={t("recall.productId")} error={errorOf("productId")} required>
				<Input {...form.register("productId")} autoComplete="off" />
			</Field>
			<Field label={t("recall.fromDay")} error={errorOf("fromDay")} required>
				<Input type="date" {...form.register("fromDay")} />
			</Field>
			<Field label={t("recall.toDay")} error={errorOf("toDay")} required>
				<Input type="date" {...form.register("toDay")} />
			</Field>
			<Field
				label={t("recall.guarantee")}
				hint={t("recall.guaranteeHint")}
				error={errorOf("guarantee")}
				required
			>
				<NativeSelect
					{...form.register("guarantee")}
					options={choices.map((value) => ({ value, label: rules(`guarantee.${value}`) }))}
				/>
			</Field>
			{isTenfold && (
				<Checkbox
					className="self-center"
					label={t("recall.isFood")}
					checked={form.watch("isFood") === true}
					onCheckedChange={(checked) => form.setValue("isFood", checked === true)}
				/>
			)}
			<Field
				label={t("recall.note")}
				hint={t("recall.noteHint")}
				error={errorOf("note")}
				required
				className="sm:col-span-full"
			>
				<Textarea {...form.register("note")} rows={3} />
			</Field>
			<div className="flex flex-wrap items-center gap-3 sm:col-span-full">
				<Button type="submit" pending={pending}>
					{t("recall.preview")}
				</Button>
				<p className="text-ink-faint text-xs">
					{t("recall.previewHint", { most: formatCount(mostRecallLines) })}
				</p>
			</div>
		</form>
	);
}
