import { LinkTabs } from "@/components/ui/link-tabs";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** What belongs to the evaluation of tiers: the runs, and the policy they are made under. */
export async function EvaluationTabs({
	current,
	openAppeals,
}: {
	current: "runs" | "appeals" | "policy";
	/** Tier appeals that wait for their answer. */
	openAppeals: number;
}) {
	const [t, tAppeals] = await Promise.all([getTranslations("policylab"), getTranslations("tierappeals")]);
	return (
		<div className="mb-4">
			<LinkTabs
				label={t("tabs.label")}
				tabs={[
					{ href: routes.ops.evaluations(), label: t("tabs.runs"), isCurrent: current === "runs" },
					{
						href: routes.ops.tierAppeals(),
						label: tAppeals("ops.tab"),
						count: openAppeals > 0 ? formatCount(openAppeals) : undefined,
						isCurrent: current === "appeals",
					},
					{ href: routes.ops.tierPolicy(), label: t("tabs.policy"), isCurrent: current === "policy" },
				]}
			/>
		</div>
	);
}
