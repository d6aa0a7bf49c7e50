import type { Metadata } from "next";
import Link from "next/link";
import { RecordTable } from "@/components/playbook/record/record-table";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import { loadServiceRecord } from "@/lib/domains/playbook/loaders/service-record";
import { formatBps, formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("servicerecord");
	return { title: t("title") };
}

export default async function ServiceRecordPage() {
	const [t, { rows, sums }] = await Promise.all([getTranslations("servicerecord"), loadServiceRecord()]);
	const rate = (bps: number | null) => (bps === null ? t("none") : formatBps(bps));
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.partner.brands()}>{t("back")}</Link>
					</Button>
				}
			/>
			<Banner className="mb-4">
				{t("note")}{" "}
				<Link href={routes.partner.tier()} className="underline underline-offset-4">
					{t("tier")}
				</Link>
			</Banner>
			{rows.length === 0 ? (
				<Card>
					<EmptyState title={t("empty")} description={t("emptyHint")} />
				</Card>
			) : (
				<>
					<div className="mb-4 grid grid-cols-2 gap-4 xl:grid-cols-4">
						<StatCard label={t("handedIn")} value={formatCount(sums.handedIn)} emphasis />
						<StatCard
							label={t("acceptedRate")}
							value={rate(sums.acceptedBps)}
							explanation={t("acceptedRateHint")}
							note={t("ofAnswered", { answered: sums.accepted + sums.sentBack, waiting: sums.waiting })}
						/>
						<StatCard
							label={t("onTimeRate")}
							value={rate(sums.onTimeBps)}
							explanation={t("onTimeRateHint")}
							note={t("ofDone", { done: sums.done, onTime: sums.onTime })}
						/>
						<StatCard label={t("closed")} value={formatCount(sums.closed)} />
					</div>
					<Card className="overflow-hidden">
						<CardHeader title={t("table")} description={t("tableHint")} />
						<RecordTable rows={rows} />
					</Card>
				</>
			)}
		</>
	);
}
