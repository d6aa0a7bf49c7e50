import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { AcceptRequest } from "@/components/playbook/requests/accept-request";
import { RefuseRequest } from "@/components/playbook/requests/refuse-request";
import { RequestBadge, RequestReasons } from "@/components/playbook/requests/request-state";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { loadBrandRequest } from "@/lib/domains/playbook/loaders/brand-requests";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("brandrequests");
	return { title: t("ops.title") };
}

export default async function BrandRequestDetailPage({ params }: Props) {
	const [t, locale, loaded] = await Promise.all([
		getTranslations("brandrequests"),
		getLocale(),
		params.then(({ id }) => loadBrandRequest(id)),
	]);
	if (!loaded) notFound();
	const { request, managers, ownId, mayDecide } = loaded;
	const isOpen = request.state === "OPEN";
	return (
		<ClientMessages namespaces={["brandrequests", "errors"]}>
			<Crumb label={request.name} />
			<PageHeader
				title={request.name}
				description={`${t(`kind.${request.kind}`)} · ${request.category}`}
				actions={
					isOpen &&
					mayDecide && (
						<>
							<RefuseRequest request={{ id: request.id, name: request.name }} />
							<AcceptRequest request={request} managers={managers} ownId={ownId} />
						</>
					)
				}
			/>
			{isOpen && !mayDecide && <Banner className="mb-4">{t("ops.readOnly")}</Banner>}
			<Card>
				<CardHeader
					title={t("ops.asked")}
					description={formatDateTime(request.createdAt, locale)}
					actions={<RequestBadge state={request.state} />}
				/>
				<CardBody>
					<DescriptionList
						columns={3}
						items={[
							{ term: t("ops.contact"), detail: request.contactName },
							{ term: t("ops.email"), detail: <span className="wrap-anywhere">{request.email}</span> },
							{ term: t("ops.phone"), detail: request.phone },
							{
								term: t("ops.shops"),
								detail: request.shops.length > 0 ? request.shops.join(" · ") : t("ops.noShops"),
								wide: true,
							},
							{
								term: t("ops.message"),
								detail: <span className="wrap-anywhere whitespace-pre-line">{request.message}</span>,
								wide: true,
							},
						]}
					/>
				</CardBody>
			</Card>
			{request.decidedAt && (
				<Card className="mt-4">
					<CardHeader
						title={t(`state.${request.state}`)}
						description={t("ops.by", {
							by: request.decidedByName ?? request.contactName,
							day: formatDateTime(request.decidedAt, locale),
						})}
						actions={
							request.brandId && (
								<Button asChild variant="secondary" size="sm">
									<Link href={routes.ops.brand(request.brandId)}>{t("ops.openBrand")}</Link>
								</Button>
							)
						}
					/>
					<CardBody>
						<RequestReasons request={request} />
					</CardBody>
				</Card>
			)}
		</ClientMessages>
	);
}
