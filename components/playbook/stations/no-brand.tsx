import { EmptyState } from "@/components/ui/empty-state";
import { getTranslations } from "@/lib/platform/i18n/server";

/** An organisation whose brand was never registered has no playbook yet. */
export async function NoBrand() {
	const t = await getTranslations("playbook");
	return <EmptyState title={t("home.noBrand")} description={t("home.noBrandHint")} />;
}
