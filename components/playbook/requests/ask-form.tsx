"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { askToJoin } from "@/lib/domains/playbook/actions/brand-requests";
import { brandRequestSchema } from "@/lib/domains/playbook/schema/brand-requests";

type Props = { asker: { name: string; email: string } | null };

/** What a brand writes when it asks; where it went, once it is sent. */
export function AskForm({ asker }: Props) {
	const t = useTranslations("brandrequests");
	const locale = useLocale();
	const [sentTo, setSentTo] = useState<string | null>(null);
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: brandRequestSchema,
		defaults: {
			...{ name: "", category: "", shops: "", phone: "", message: "", locale },
			...{ contactName: asker?.name ?? "", email: asker?.email ?? "" },
		},
		action: (input) => askToJoin({ ...input, locale }),
		onDone: (_, { email }) => setSentTo(email.trim()),
	});
	if (sentTo)
		return (
			<div role="status" className="space-y-4">
				<Banner tone="success" title={t("ask.sentTitle")}>
					{t("ask.sentText", { email: sentTo })}
				</Banner>
				<Button
					variant="secondary"
					onClick={() => {
						form.reset();
						setSentTo(null);
					}}
				>
					{t("ask.another")}
				</Button>
			</div>
		);
	const kinds = (["WELL_KNOWN", "NEW_CONSUMPTION"] as const).map((value) => ({
		...{ value, label: t(`kind.${value}`) },
	}));
	return (
		<form method="post" onSubmit={submit} noValidate className="flex flex-col gap-8">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<FieldGroup legend={t("ask.brand")}>
				<div className="grid gap-5 sm:grid-cols-2">
					<Field label={t("ask.name")} hint={t("ask.nameHint")} error={errorOf("name")} required>
						<Input {...form.register("name")} autoComplete="off" />
					</Field>
					<Field label={t("ask.kind")} error={errorOf("kind")} required>
						<NativeSelect {...form.register("kind")} emptyLabel={t("ask.choose")} options={kinds} />
					</Field>
					<Field label={t("ask.category")} hint={t("ask.categoryHint")} error={errorOf("category")} required>
						<Input {...form.register("category")} autoComplete="off" />
					</Field>
					<Field label={t("ask.shops")} hint={t("ask.shopsHint")} error={errorOf("shops")}>
						<Textarea rows={2} {...form.register("shops")} />
					</Field>
				</div>
			</FieldGroup>
			<FieldGroup legend={t("ask.contact")}>
				<div className="grid gap-5 sm:grid-cols-2">
					<Field label={t("ask.contactName")} error={errorOf("contactName")} required>
						<Input {...form.register("contactName")} autoComplete="name" />
					</Field>
					<Field label={t("ask.phone")} error={errorOf("phone")}>
						<Input {...form.register("phone")} type="tel" autoComplete="tel" />
					</Field>
					<Field
						label={t("ask.email")}
						hint={t("ask.emailHint")}
						error={errorOf("email")}
						required
						className="sm:col-span-2"
					>
						<Input {...form.register("email")} type="email" inputMode="email" autoComplete="email" />
					</Field>
					<Field
						label={t("ask.message")}
						hint={t("ask.messageHint")}
						error={errorOf("message")}
						required
						className="sm:col-span-2"
					>
						<Textarea rows={5} maxLength={1000} {...form.register("message")} />
					</Field>
				</div>
			</FieldGroup>
			<div>
				<Button type="submit" size="lg" pending={pending}>
					{t("ask.submit")}
				</Button>
				<p className="mt-3 text-ink-faint text-xs">{t("ask.privacy")}</p>
			</div>
		</form>
	);
}
