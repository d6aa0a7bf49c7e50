import { LinkTabs } from "@/components/ui/link-tabs";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** What belongs to the evaluation of tiers: the runs, and the policy they are made under. */
export async function EvaluationTabs({ current }: { current: "runs" | "policy" }) {
	const t = await getTranslations("policylab");
	return (
		<div className="mb-4">
			<LinkTabs
				label={t("tabs.label")}
				tabs={[
					{ href: routes.ops.evaluations(), label: t("tabs.runs"), isCurrent: current === "runs" },
					{ href: routes.ops.tierPolicy(), label: t("tabs.policy"), isCurrent: current === "policy" },
				]}
			/>
		</div>
	);
}
