import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadPracticals } from "@/lib/domains/certification/loaders/practicals";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("sitting"))("practical.ops.title") };
}

export default async function PracticalsPage() {
	const [t, locale, { rows }] = await Promise.all([
		getTranslations("sitting"),
		getLocale(),
		loadPracticals(),
	]);
	return (
		<>
			<PageHeader title={t("practical.ops.title")} description={t("practical.ops.description")} />
			<Card>
				{rows.length === 0 ? (
					<EmptyState title={t("practical.ops.none")} description={t("practical.ops.noneHint")} />
				) : (
					<ul className="divide-y">
						{rows.map((row) => (
							<li key={row.id}>
								<Link
									href={routes.ops.practical(row.id)}
									className="flex flex-wrap items-center justify-between gap-3 px-5 py-4 -outline-offset-2 hover:bg-sunken"
								>
									<span>
										<span className="block font-medium text-sm">
											{t("practical.ops.work", { code: row.code })}
										</span>
										<span className="text-ink-faint text-xs">
											{t("practical.ops.submittedAt", { at: formatDateTime(row.submittedAt, locale) })}
										</span>
									</span>
									<span className="flex gap-2">
										{row.isMine && <Badge tone="success">{t("practical.ops.scored")}</Badge>}
										<Badge>
											{row.settledAt
												? t("practical.ops.settled")
												: t("practical.ops.marks", { count: row.marks })}
										</Badge>
									</span>
								</Link>
							</li>
						))}
					</ul>
				)}
			</Card>
		</>
	);
}
