import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { MIN_SITTINGS } from "@/lib/domains/certification/rules/item-statistics";
import type { QuestionVersion } from "@/lib/domains/certification/types/bank";
import type { ItemReport } from "@/lib/domains/certification/types/statistics";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { report: ItemReport | null; asked: QuestionVersion | null };

const toBps = (share: number) => Math.round(share * 10_000);

/** What sittings say of the version that was asked last. */
export async function ItemCard({ report, asked }: Props) {
	const t = await getTranslations("examdesk");
	if (!report || !asked)
		return (
			<Card>
				<CardHeader title={t("items.title")} />
				<EmptyState title={t("items.none")} description={t("items.noneHint")} />
			</Card>
		);
	const only = asked.body.parts.length === 1 ? asked.body.parts[0] : undefined;
	const options = only?.kind === "boolean" ? [t("truths.true"), t("truths.false")] : (only?.options ?? []);
	return (
		<Card>
			<CardHeader
				title={t("items.title")}
				description={t("items.version", { version: asked.version })}
				actions={<ItemFlags report={report} />}
			/>
			<CardBody className="space-y-4">
				<DescriptionList
					columns={3}
					items={[
						{ term: t("items.sittings"), detail: formatCount(report.sittings) },
						{
							term: t("items.difficulty"),
							detail: report.difficulty === null ? "–" : formatBps(toBps(report.difficulty)),
						},
						{ term: t("items.discrimination"), detail: report.discrimination?.toFixed(2) ?? "–" },
					]}
				/>
				{options.length > 0 && only?.kind !== "ordering" && (
					<ul className="space-y-2 text-sm">
						{options.map((option, at) => (
							<li key={option}>
								<span className={only?.key.includes(at) ? "text-success-ink" : ""}>
									{t("items.optionRow", { option, count: formatCount(report.chosen[at] ?? 0) })}
								</span>
								<span aria-hidden="true" className="mt-1 block h-1.5 rounded-full bg-sunken">
									<span
										className={`block h-full rounded-full ${only?.key.includes(at) ? "bg-success" : "bg-line-strong"}`}
										style={{
											width: `${report.sittings === 0 ? 0 : Math.round(((report.chosen[at] ?? 0) / report.sittings) * 100)}%`,
										}}
									/>
								</span>
							</li>
						))}
					</ul>
				)}
				<p className="text-ink-faint text-xs">{t("items.explain")}</p>
			</CardBody>
		</Card>
	);
}

export async function ItemFlags({ report }: { report: ItemReport }) {
	const t = await getTranslations("examdesk");
	if (report.sittings < MIN_SITTINGS) return <Badge>{t("items.few")}</Badge>;
	if (report.flags.length === 0) return <Badge tone="success">{t("items.sound")}</Badge>;
	return (
		<span className="flex flex-wrap gap-1">
			{report.flags.map((flag) => (
				<Badge key={flag} tone={flag === "MISLEADING" ? "danger" : "warning"}>
					{t(`items.flag.${flag}`)}
				</Badge>
			))}
		</span>
	);
}
