import { Card, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { QuestionVersion } from "@/lib/domains/certification/types/bank";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { questionTones } from "./bank-table";

/** Every version a question had, who wrote and who approved it. */
export async function VersionList({ versions }: { versions: readonly QuestionVersion[] }) {
	const [t, locale] = await Promise.all([getTranslations("examdesk"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("question.versions")} />
			<ul className="divide-y">
				{versions.map((version) => (
					<li key={version.id} className="space-y-1 px-5 py-3 text-sm">
						<p className="flex flex-wrap items-center justify-between gap-2">
							<span className="font-medium">{t("bank.version", { version: version.version })}</span>
							<StatusBadge
								status={version.state}
								tones={questionTones}
								label={t(`states.${version.state}`)}
							/>
						</p>
						<p className="text-ink-faint text-xs">
							{t("question.writtenBy", {
								name: version.writtenBy ?? t("question.unknown"),
								at: formatDateTime(version.createdAt, locale),
							})}
						</p>
						{version.reviewedAt && (
							<p className="text-ink-faint text-xs">
								{t("question.reviewedBy", {
									name: version.reviewedBy ?? t("question.unknown"),
									at: formatDateTime(version.reviewedAt, locale),
								})}
							</p>
						)}
						<p className="text-ink-faint text-xs">{t("question.papers", { count: version.papers })}</p>
					</li>
				))}
			</ul>
		</Card>
	);
}
