import { Banner } from "@/components/ui/banner";
import { showDistance, showReason } from "@/lib/domains/playbook/rules/show-criteria";
import type { StepsGlance } from "@/lib/domains/playbook/types/step-results";
import type { Step } from "@/lib/domains/playbook/types/template";
import { getTranslations } from "@/lib/platform/i18n/server";

/** What the data of the step in hand still lack; `fallback` where nothing is known of them. */
export async function StepBanner({
	view,
	step,
	fallback,
}: {
	view: StepsGlance | null;
	step: Step | null;
	fallback: string;
}) {
	const t = await getTranslations("stations");
	const result = view?.steps.find((one) => one.step === step);
	const missing = result?.verdict.isMet ? [] : (result?.verdict.criteria.filter((one) => !one.isMet) ?? []);
	if (!view || !result || missing.length === 0) return <Banner tone="success">{fallback}</Banner>;
	const named = missing.map((one) => {
		const short = one.value === null ? showReason(t, one.reason, view.policy) : showDistance(t, one);
		return `${t(`criterion.${one.code}`)}${short ? ` ${short}` : ""}`;
	});
	return (
		<Banner tone="info" title={fallback}>
			{t(result.verdict.join === "ALL" ? "panel.lacksAll" : "panel.lacksAny", {
				step: result.step,
				missing: named.join(t("list")),
			})}
		</Banner>
	);
}
