import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatCount, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The order line, and what the buyer says. */
export async function OrderCard({
	claim,
	buyer,
	isDesk,
}: Pick<LoadedClaim, "claim" | "buyer"> & { isDesk: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const { source, eventId: event, lineNo: line, recall } = claim;
	return (
		<Card>
			<CardHeader
				title={t("page.order")}
				description={t("page.source", { source, event, line: String(line) })}
			/>
			<CardBody className="space-y-5">
				<DescriptionList
					columns={3}
					items={[
						{ term: t("page.shop"), detail: claim.shop.name ?? claim.shop.code },
						{ term: t("page.product"), detail: `${claim.productName} · ${claim.productId}` },
						{ term: t("page.quantity"), detail: formatCount(claim.quantity) },
						{ term: t("page.paid"), detail: <span className="figure">{formatFen(claim.paidFen)}</span> },
						{ term: t("page.paidAt"), detail: formatDateTime(claim.paidAt, locale) },
						{ term: t("page.buyer"), detail: buyer },
						{ term: t("page.noticeSentAt"), detail: formatDateTime(claim.noticeSentAt, locale) },
						{ term: t("page.channel"), detail: t(`channel.${claim.channel}`) },
						{ term: t("page.policy"), detail: t("page.policyVersion", { version: claim.policyVersion }) },
						...(recall && isDesk
							? [
									{
										term: t("page.recall"),
										detail: (
											<Link className="underline underline-offset-4" href={routes.ops.trustRecall(recall.id)}>
												{recall.number}
											</Link>
										),
									},
								]
							: []),
					]}
				/>
				<section>
					<h3 className="mb-1 font-medium text-ink text-sm">{t("page.statement")}</h3>
					<p className="wrap-anywhere whitespace-pre-line text-ink-soft text-sm leading-relaxed">
						{claim.statement}
					</p>
				</section>
			</CardBody>
		</Card>
	);
}
