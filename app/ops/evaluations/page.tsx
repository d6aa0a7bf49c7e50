import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { EvaluationTabs } from "@/components/tiers/policy/evaluation-tabs";
import { RunList } from "@/components/tiers/run-list";
import { StartRun } from "@/components/tiers/start-run";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { NOTICE_DAYS } from "@/lib/domains/tiers/constants";
import { type EvaluationList, loadEvaluations } from "@/lib/domains/tiers/loaders";
import { loadOpenTierAppeals } from "@/lib/domains/tiers/loaders/tier-appeals";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("runs.metaTitle") };
}

export default async function EvaluationsPage() {
	const [t, locale, list] = await Promise.all([getTranslations("tiers"), getLocale(), loadEvaluations()]);
	const { runs, months, canRun, minClosedDays: days } = list;
	const options = months.map(({ month, isFinal }) => ({
		value: month,
		label: formatMonth(month, locale),
		isFinal,
	}));
	return (
		<ClientMessages namespaces={["tiers", "errors"]}>
			<PageHeader
				title={t("runs.title")}
				description={t("runs.description", { days, notice: NOTICE_DAYS })}
				meta={<NextRunBadge nextRun={list.nextRun} />}
				actions={canRun && <StartRun months={options} />}
			/>
			<EvaluationTabs current="runs" openAppeals={await loadOpenTierAppeals()} />
			{runs.length > 0 ? (
				<RunList runs={runs} />
			) : (
				<EmptyState title={t("runs.emptyTitle")} description={t("runs.emptyHint", { days })} />
			)}
		</ClientMessages>
	);
}

async function NextRunBadge({ nextRun }: Pick<EvaluationList, "nextRun">) {
	const [t, locale] = await Promise.all([getTranslations("tiers"), getLocale()]);
	const month = formatMonth(nextRun.period, locale);
	if (nextRun.isDue) return <Badge tone="spark">{t("runs.nextDue", { month })}</Badge>;
	return <Badge tone="brand">{t("runs.next", { month, day: formatDate(nextRun.earliestOn, locale) })}</Badge>;
}
