import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** Asks for a number; a plain form, so that it works without scripts. */
export async function CheckForm() {
	const t = await getTranslations("certificates");
	return (
		<form action={routes.certificateCheck()} className="mt-6 flex flex-wrap items-end gap-3">
			<div className="min-w-60 flex-1">
				<Field label={t("check.number")}>
					<Input name="number" maxLength={60} autoComplete="off" placeholder="WM-2026-000123-A7K9" />
				</Field>
			</div>
			<Button type="submit">{t("check.submit")}</Button>
		</form>
	);
}
