import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { queueHref } from "@/lib/domains/admission/rules/queue-query";
import type { Queue } from "@/lib/domains/admission/rules/queue-rows";
import { getTranslations } from "@/lib/platform/i18n/server";

/** An empty list says why it is empty, and where else to look. */
export async function NoRows({ query, tabCounts }: Queue) {
	const t = await getTranslations("queue");
	const isFiltered = tabCounts[query.tab] > 0;
	if (!isFiltered) {
		const kind = query.tab === "open" || query.tab === "second" ? query.tab : "other";
		return <EmptyState title={t(`empty.${kind}`)} description={t(`empty.${kind}Text`)} />;
	}
	return (
		<EmptyState
			title={t("empty.filtered")}
			description={t("empty.filteredText")}
			actions={
				query.tab !== "all" && (
					<Button asChild variant="secondary">
						<Link href={queueHref(query, { tab: "all", scope: "" })}>{t("empty.elsewhere")}</Link>
					</Button>
				)
			}
		/>
	);
}
