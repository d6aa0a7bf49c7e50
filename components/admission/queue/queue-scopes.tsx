import { SegmentedLinks } from "@/components/ui/segmented-links";
import { queueHref, queueScopes } from "@/lib/domains/admission/rules/queue-query";
import type { Queue } from "@/lib/domains/admission/rules/queue-rows";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

/** Whose work and how pressing, with how much there is of it; whoever does not review has nothing of their own. */
export async function QueueScopes({ query, scopeCounts, canReview }: Queue) {
	const t = await getTranslations("queue");
	if (!scopeCounts) return null;
	const scopes = ["" as const, ...queueScopes.filter((scope) => canReview || scope !== "mine")];
	return (
		<div className="overflow-x-auto">
			<SegmentedLinks
				label={t("scopesLabel")}
				links={scopes.map((scope) => ({
					href: queueHref(query, { scope }),
					isCurrent: query.scope === scope,
					label: (
						<>
							{t(`scopes.${scope || "all"}`)}
							<span className="figure text-2xs opacity-75">{formatCount(scopeCounts[scope || "all"])}</span>
						</>
					),
				}))}
			/>
		</div>
	);
}
