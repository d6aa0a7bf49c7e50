import type { Metadata } from "next";
import Link from "next/link";
import { History } from "@/components/benefits/history";
import { ItemTable } from "@/components/benefits/item-table";
import { StatusButtons } from "@/components/benefits/status-buttons";
import { TermsList } from "@/components/benefits/terms-list";
import { VersionChanges } from "@/components/benefits/version-changes";
import { nameOf, statusTones } from "@/components/benefits/words";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadBenefit } from "@/lib/domains/benefits/loaders/ops";
import { formatCount } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("title") };
}

export default async function BenefitPage({ params }: Props) {
	const [{ id }, t, locale] = await Promise.all([params, getTranslations("benefits"), getLocale()]);
	const { benefit, items, takers, history, versions, reach, tracks, canManage } = await loadBenefit(id);
	const name = nameOf(benefit, locale);
	const isItems = benefit.delivery === "ITEMS";
	return (
		<ClientMessages namespaces={["benefits", "errors"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={locale === "en" ? benefit.descriptionEn : benefit.descriptionZh}
				meta={
					<>
						<StatusBadge
							status={benefit.status}
							tones={statusTones}
							label={t(`statuses.${benefit.status}`)}
						/>
						<Badge tone="brand">{t(`modules.${benefit.module}`)}</Badge>
						<Badge>{t(`audiences.${benefit.audience}`)}</Badge>
						<Badge>{t("show.version", { version: benefit.version })}</Badge>
					</>
				}
				actions={
					<>
						{!isItems && (
							<>
								<Button asChild variant="secondary">
									<Link href={routes.ops.benefitApplications({ benefit: id })}>
										{t("detail.applications")}
									</Link>
								</Button>
								<Button asChild variant="secondary">
									<Link href={routes.ops.benefitEffect(id)}>{t("detail.effect")}</Link>
								</Button>
							</>
						)}
						{canManage && benefit.status !== "RETIRED" && (
							<Button asChild variant="secondary">
								<Link href={routes.ops.benefitEditor(id)}>{t("detail.edit")}</Link>
							</Button>
						)}
						{canManage && <StatusButtons benefitId={id} status={benefit.status} />}
					</>
				}
			/>
			<div className="space-y-6">
				<Card>
					<CardHeader
						title={t("detail.reach", { eligible: formatCount(reach.eligible), all: formatCount(reach.all) })}
						description={t("detail.reachHint")}
					/>
					<CardBody>
						<TermsList benefit={benefit} tracks={tracks} />
					</CardBody>
				</Card>
				{isItems && <ItemTable items={items} takers={takers} />}
				{versions.length > 1 && <VersionChanges versions={versions} tracks={tracks} />}
				{history.length > 0 && (
					<Card>
						<CardHeader title={t("detail.history")} />
						<CardBody>
							<History lines={history} label={t("detail.history")} />
						</CardBody>
					</Card>
				)}
			</div>
		</ClientMessages>
	);
}
