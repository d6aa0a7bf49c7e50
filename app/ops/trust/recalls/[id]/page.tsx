import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { recallTones } from "@/components/trust/claims/claim-words";
import { RecallButtons, RecallProgress } from "@/components/trust/recalls/recall-buttons";
import { RecallLines } from "@/components/trust/recalls/recall-lines";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadRecall } from "@/lib/domains/trust/loaders/recalls";
import { formatCount, formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("recall.title") };
}

export default async function RecallPage({ params }: Props) {
	const [t, rules, locale, { recall, depositFen, lines, canRecall }] = await Promise.all([
		getTranslations("trustclaims"),
		getTranslations("trustrules"),
		getLocale(),
		params.then(({ id }) => loadRecall(id)),
	]);
	const isPreview = recall.state === "PREVIEWED";
	const [toGrant, left] = [
		lines.filter(({ reason }) => reason === null),
		lines.filter(({ reason }) => reason !== null),
	];
	const count = formatCount(recall.lines);
	return (
		<ClientMessages namespaces={["trustclaims", "errors"]}>
			<Crumb label={recall.number} />
			<PageHeader
				title={`${recall.number} · ${rules(`guarantee.${recall.guarantee}`)}`}
				description={`${recall.shopName} · ${recall.productId}`}
				meta={
					<StatusBadge status={recall.state} tones={recallTones} label={t(`recall.states.${recall.state}`)} />
				}
				actions={
					isPreview &&
					canRecall && (
						<RecallButtons
							recallId={recall.id}
							lines={count}
							amount={formatFen(recall.amountFen)}
							isEmpty={recall.lines === 0}
						/>
					)
				}
			/>
			<div className="space-y-6">
				{isPreview && recall.amountFen > depositFen && (
					<Banner tone="warning">{t("recall.depositShort")}</Banner>
				)}
				<Card>
					<CardBody className="space-y-5">
						<DescriptionList
							columns={3}
							items={[
								{
									term: t("recall.batch"),
									detail: `${formatDate(recall.fromDay, locale)} – ${formatDate(recall.toDay, locale)}`,
								},
								{ term: t("recall.lines"), detail: <span className="figure">{count}</span> },
								{
									term: t("recall.leftOut"),
									detail: <span className="figure">{formatCount(recall.leftOut)}</span>,
								},
								{
									term: t("recall.amount"),
									detail: <span className="figure">{formatFen(recall.amountFen)}</span>,
								},
								{
									term: t("recall.deposit"),
									detail: <span className="figure">{formatFen(depositFen)}</span>,
								},
								{ term: t("recall.note"), detail: recall.note },
							]}
						/>
						<p className="text-ink-faint text-xs">
							{t("recall.by", { who: recall.createdByName, at: formatDateTime(recall.createdAt, locale) })}
						</p>
						{!isPreview && recall.state !== "DROPPED" && (
							<p className="text-ink text-sm" role="status">
								{t("recall.progress", { done: formatCount(recall.granted), all: count })} ·{" "}
								<Link
									className="text-brand-ink underline underline-offset-4"
									href={routes.ops.trustClaims({ tab: "all", q: recall.productId })}
								>
									{t("recall.showClaims")}
								</Link>
							</p>
						)}
						{recall.state === "RUNNING" && <RecallProgress />}
					</CardBody>
				</Card>
				{isPreview && (
					<>
						<Card className="overflow-hidden">
							<CardHeader title={t("recall.left")} />
							{left.length === 0 ? (
								<CardBody>
									<p className="text-ink-soft text-sm">{t("recall.leftNone")}</p>
								</CardBody>
							) : (
								<RecallLines lines={left} label={t("recall.left")} />
							)}
						</Card>
						{toGrant.length > 0 && (
							<Card className="overflow-hidden">
								<CardHeader title={t("recall.toGrant")} />
								<RecallLines lines={toGrant} label={t("recall.toGrant")} />
								{recall.lines > toGrant.length && (
									<p className="px-4 py-3 text-ink-faint text-xs">
										{t("recall.more", { count: formatCount(recall.lines - toGrant.length) })}
									</p>
								)}
							</Card>
						)}
					</>
				)}
			</div>
		</ClientMessages>
	);
}
