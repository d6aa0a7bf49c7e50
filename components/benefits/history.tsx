import { Timeline } from "@/components/ui/timeline";
import type { HistoryLine } from "@/lib/domains/benefits/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What was done, by whom and why; from the audit trail. */
export async function History({ lines, label }: { lines: readonly HistoryLine[]; label: string }) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	return (
		<Timeline
			label={label}
			items={lines.map((line) => {
				const key = line.action.replaceAll(/[.-]/g, "_") as "benefit_create";
				return {
					id: line.id,
					title: t(`actions.${key}`),
					meta: `${formatDateTime(line.at, locale)} · ${line.by}`,
					body: line.reason ?? undefined,
				};
			})}
		/>
	);
}
