"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { type DefaultValues, useFieldArray } from "react-hook-form";
import { useLocale, useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { AmountField } from "@/components/pools/amount-field";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { saveBenefitForm } from "@/lib/domains/benefits/actions";
import {
	approvalModes,
	benefitAudiences,
	benefitDeliveries,
	benefitProgrammes,
	itemKinds,
	limitPeriods,
	modulesOf,
} from "@/lib/domains/benefits/constants";
import { type BenefitForm as FormValues, saveBenefitSchema } from "@/lib/domains/benefits/schema";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { routes } from "@/lib/platform/routes/routes";
import { nameOf, type Track } from "./words";

type Pool = { id: string; nameZh: string; nameEn: string; unit: PoolUnit };
type Props = { defaults: FormValues; pools: readonly Pool[]; tracks: readonly Track[] };

/** A benefit as it is edited; saving makes a new version. */
export function BenefitForm({ defaults, pools, tracks }: Props) {
	const t = useTranslations("benefits");
	const router = useRouter();
	const editor = useActionForm({
		schema: saveBenefitSchema,
		defaults: defaults as DefaultValues<FormValues>,
		action: saveBenefitForm,
		onDone: ({ benefitId }) => {
			toast.success(t("form.done"));
			router.push(routes.ops.benefit(benefitId));
		},
	});
	const isItems = editor.form.watch("delivery") === "ITEMS";
	return (
		<form onSubmit={editor.submit} noValidate className="space-y-6">
			<FormError refusal={editor.refusal} />
			<About editor={editor} />
			<Who editor={editor} tracks={tracks} />
			<What editor={editor} pools={pools} />
			{isItems ? <Items editor={editor} /> : <Rules editor={editor} />}
			<div className="flex flex-wrap items-center gap-3">
				<Button type="submit" pending={editor.pending}>
					{t("form.save")}
				</Button>
				<p className="text-ink-soft text-sm">{t("form.saveHint")}</p>
			</div>
		</form>
	);
}

type Editor = ReturnType<typeof useActionForm<FormValues, unknown, { benefitId: string }>>;
type Part = { editor: Editor };

function Section({ title, children }: { title: string; children: ReactNode }) {
	return (
		<Card>
			<CardHeader title={title} />
			<CardBody className="grid gap-4 sm:grid-cols-2">{children}</CardBody>
		</Card>
	);
}

type TextName =
	| "code"
	| "nameZh"
	| "nameEn"
	| "perPeriod"
	| "totalLimit"
	| "opensOn"
	| "closesOn"
	| "validDays"
	| "proofZh"
	| "proofEn";

function Text({
	editor,
	name,
	type,
	hint,
	required,
}: Part & { name: TextName; type?: string; hint?: string; required?: boolean }) {
	const t = useTranslations("benefits.fields");
	return (
		<Field label={t(name)} hint={hint} error={editor.errorOf(name)} required={required}>
			<Input {...editor.form.register(name)} type={type} inputMode={hint && !type ? "numeric" : undefined} />
		</Field>
	);
}

function About({ editor }: Part) {
	const t = useTranslations("benefits");
	const programme = editor.form.watch("programme");
	const modules = modulesOf[programme];
	return (
		<Section title={t("form.about")}>
			<Text editor={editor} name="nameZh" required />
			<Text editor={editor} name="nameEn" required />
			{(["descriptionZh", "descriptionEn"] as const).map((name) => (
				<Field key={name} label={t(`fields.${name}`)} error={editor.errorOf(name)} required>
					<Textarea {...editor.form.register(name)} rows={3} />
				</Field>
			))}
			<Field label={t("fields.programme")} error={editor.errorOf("programme")} required>
				<NativeSelect
					{...editor.form.register("programme", {
						onChange: (event) =>
							editor.form.setValue("module", modulesOf[event.target.value as typeof programme][0]),
					})}
					options={benefitProgrammes.map((value) => ({ value, label: t(`programmes.${value}`) }))}
				/>
			</Field>
			<Field label={t("fields.module")} error={editor.errorOf("module")} required>
				<NativeSelect
					key={programme}
					{...editor.form.register("module")}
					options={modules.map((value) => ({ value, label: t(`modules.${value}`) }))}
				/>
			</Field>
			<Text editor={editor} name="code" required />
		</Section>
	);
}

function Who({ editor, tracks }: Part & { tracks: readonly Track[] }) {
	const t = useTranslations("benefits");
	const locale = useLocale();
	const { form } = editor;
	const isBrand = form.watch("audience") === "BRAND";
	const chosen = form.watch("tracks");
	const options = (label: "tier" | "step") =>
		["1", "2", "3", "4", "5"].map((value) => ({
			value,
			label: label === "tier" ? t("tier", { tier: value }) : t("step", { step: value }),
		}));
	return (
		<Section title={t("form.who")}>
			<Field label={t("fields.audience")} error={editor.errorOf("audience")} required>
				<NativeSelect
					{...form.register("audience")}
					options={benefitAudiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
				/>
			</Field>
			{isBrand ? (
				<Field label={t("fields.minStep")} error={editor.errorOf("minStep")}>
					<NativeSelect
						{...form.register("minStep")}
						emptyLabel={t("fields.none")}
						options={options("step")}
					/>
				</Field>
			) : (
				<Field label={t("fields.minTier")} error={editor.errorOf("minTier")}>
					<NativeSelect
						{...form.register("minTier")}
						emptyLabel={t("fields.none")}
						options={options("tier")}
					/>
				</Field>
			)}
			{!isBrand && (
				<fieldset className="space-y-2 sm:col-span-2">
					<legend className="mb-1 text-sm">
						{t("fields.tracks")} <span className="text-ink-faint text-xs">{t("fields.anyTrack")}</span>
					</legend>
					<div className="flex flex-wrap gap-4">
						{tracks.map((track) => (
							<Checkbox
								key={track.code}
								label={nameOf(track, locale)}
								checked={chosen.includes(track.code)}
								onCheckedChange={(value) =>
									form.setValue(
										"tracks",
										value === true ? [...chosen, track.code] : chosen.filter((code) => code !== track.code),
									)
								}
							/>
						))}
					</div>
				</fieldset>
			)}
			{!isBrand && (
				<Checkbox
					className="sm:col-span-2"
					label={t("fields.goodStanding")}
					checked={form.watch("goodStanding")}
					onCheckedChange={(value) => form.setValue("goodStanding", value === true)}
				/>
			)}
		</Section>
	);
}

function What({ editor, pools }: Part & { pools: readonly Pool[] }) {
	const t = useTranslations("benefits");
	const locale = useLocale();
	const { form } = editor;
	const isGrant = form.watch("delivery") === "GRANT";
	return (
		<Section title={t("form.what")}>
			<Field label={t("fields.delivery")} error={editor.errorOf("delivery")} required>
				<NativeSelect
					{...form.register("delivery")}
					options={benefitDeliveries.map((value) => ({ value, label: t(`deliveries.${value}`) }))}
				/>
			</Field>
			{isGrant && (
				<>
					<Field label={t("fields.poolId")} error={editor.errorOf("poolId")} required>
						<NativeSelect
							{...form.register("poolId", {
								onChange: (event) =>
									form.setValue("unit", pools.find(({ id }) => id === event.target.value)?.unit ?? "FEN"),
							})}
							emptyLabel={t("form.choosePool")}
							options={pools.map((pool) => ({ value: pool.id, label: nameOf(pool, locale) }))}
						/>
					</Field>
					<AmountField
						unit={form.watch("unit")}
						typed={form.watch("amount")}
						error={editor.errorOf("amount")}
						register={form.register("amount")}
					/>
				</>
			)}
		</Section>
	);
}

function Rules({ editor }: Part) {
	const t = useTranslations("benefits");
	const { form } = editor;
	const isTwo = form.watch("approval") === "PERSON" && form.watch("delivery") === "GRANT";
	return (
		<Section title={t("form.rules")}>
			<Field label={t("fields.approval")} error={editor.errorOf("approval")} required>
				<NativeSelect
					{...form.register("approval")}
					options={approvalModes.map((value) => ({ value, label: t(`approvals.${value}`) }))}
				/>
			</Field>
			{isTwo && (
				<Field
					label={t("fields.fourEyesAbove")}
					hint={t("fields.countHint")}
					error={editor.errorOf("fourEyesAbove")}
				>
					<Input {...form.register("fourEyesAbove")} inputMode="decimal" autoComplete="off" />
				</Field>
			)}
			<Text editor={editor} name="perPeriod" hint={t("fields.countHint")} />
			<Field label={t("fields.period")} error={editor.errorOf("period")}>
				<NativeSelect
					{...form.register("period")}
					options={limitPeriods.map((value) => ({ value, label: t(`periods.${value}`) }))}
				/>
			</Field>
			<Text editor={editor} name="totalLimit" hint={t("fields.countHint")} />
			<Text editor={editor} name="validDays" hint={t("fields.validHint")} />
			<Text editor={editor} name="opensOn" type="date" />
			<Text editor={editor} name="closesOn" type="date" />
			<Text editor={editor} name="proofZh" />
			<Text editor={editor} name="proofEn" />
		</Section>
	);
}

function Items({ editor }: Part) {
	const t = useTranslations("benefits");
	const { form } = editor;
	const { fields, append, remove } = useFieldArray({
		control: form.control,
		name: "items",
		keyName: "rowId",
	});
	const problem = editor.errorOf("items");
	return (
		<Card>
			<CardHeader title={t("fields.items")} />
			<CardBody className="space-y-4">
				{problem && <Banner tone="danger">{problem}</Banner>}
				{fields.length === 0 && <p className="text-ink-soft text-sm">{t("form.noItems")}</p>}
				{fields.map((field, at) => (
					<fieldset key={field.rowId} className="grid gap-4 rounded-lg border p-4 sm:grid-cols-2">
						<Field label={t("fields.kind")} required>
							<NativeSelect
								{...form.register(`items.${at}.kind`)}
								options={itemKinds.map((value) => ({ value, label: t(`itemKinds.${value}`) }))}
							/>
						</Field>
						{(["url", "titleZh", "titleEn"] as const).map((name) => (
							<Field
								key={name}
								label={t(`fields.${name}`)}
								error={editor.errorOf(`items.${at}.${name}`)}
								required
							>
								<Input {...form.register(`items.${at}.${name}`)} />
							</Field>
						))}
						<Button variant="ghost" size="sm" className="justify-self-start" onClick={() => remove(at)}>
							{t("form.removeItem")}
						</Button>
					</fieldset>
				))}
				<Button
					variant="secondary"
					size="sm"
					onClick={() => append({ id: "", kind: "TRAINING", titleZh: "", titleEn: "", url: "" })}
				>
					{t("form.addItem")}
				</Button>
			</CardBody>
		</Card>
	);
}
