"use client";

import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { makeApiKey } from "@/lib/domains/intake/actions";
import { apiScopes } from "@/lib/domains/intake/constants";
import { createKeySchema } from "@/lib/domains/intake/schema/keys";
import type { ApiScope } from "@/lib/domains/intake/types";

export function CreateKeyForm({ onDone }: { onDone: (key: string) => void }) {
	const t = useTranslations("intake");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: createKeySchema,
		defaults: { name: "", sourceCode: "", scopes: ["orders:write", "batches:read"], days: "90" },
		action: makeApiKey,
		onDone: ({ key }) => onDone(key),
	});
	const scopes: readonly ApiScope[] = form.watch("scopes") ?? [];
	const toggle = (scope: ApiScope, on: boolean) =>
		form.setValue("scopes", on ? [...scopes, scope] : scopes.filter((one) => one !== scope), {
			shouldValidate: true,
		});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("fields.name")} hint={t("fields.nameHint")} error={errorOf("name")} required>
				<Input {...form.register("name")} autoComplete="off" />
			</Field>
			<Field
				label={t("fields.sourceCode")}
				hint={t("fields.sourceHint")}
				error={errorOf("sourceCode")}
				required
			>
				<Input {...form.register("sourceCode")} autoComplete="off" spellCheck={false} className="font-mono" />
			</Field>
			<FieldGroup legend={t("fields.scopes")} error={errorOf("scopes")} required>
				<div className="grid gap-3 sm:grid-cols-2">
					{apiScopes.map((scope) => (
						<Checkbox
							key={scope}
							label={t(`scopes.${scope}`)}
							checked={scopes.includes(scope)}
							onCheckedChange={(on) => toggle(scope, on === true)}
						/>
					))}
				</div>
			</FieldGroup>
			<Field label={t("fields.days")} hint={t("fields.daysHint")} error={errorOf("days")} required>
				<Input {...form.register("days")} inputMode="numeric" className="max-w-32" />
			</Field>
			<DialogActions>
				<Button type="submit" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
