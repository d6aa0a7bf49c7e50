import { loadWholeRepurchase } from "@/lib/domains/trust/loaders/repurchase";
import { type EffectColumn, renderEffects } from "@/lib/domains/trust/rules/repurchase/render-effects";
import { getTranslations } from "@/lib/platform/i18n/server";
import { answerCsv, missing } from "../../programme/answer-file";

/** Every comparison of the report, of all shops or of the brand's own; for whoever may read neither there is nothing here. */
export async function GET(): Promise<Response> {
	const found = await loadWholeRepurchase();
	if (!found) return missing();
	const [t, rules] = await Promise.all([getTranslations("repurchase"), getTranslations("trustrules")]);
	const words = {
		column: (column: EffectColumn) => t(`file.${column}`),
		guarantee: (guarantee: (typeof found.effects)[number]["guarantee"]) =>
			guarantee === "ANY" ? t("any") : rules(`guarantee.${guarantee}`),
		all: t("all"),
	};
	return answerCsv(`repurchase-${found.run.asOf}`, renderEffects(found.effects, words));
}
