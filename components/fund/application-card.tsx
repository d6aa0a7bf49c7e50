import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { FundApplication } from "@/lib/domains/fund/types";
import { formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What was applied for, in the applicant's words. */
export async function ApplicationCard({
	application,
	children,
}: {
	application: FundApplication;
	children?: ReactNode;
}) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("case.story")} />
			<CardBody className="space-y-5">
				<p className="wrap-anywhere whitespace-pre-line text-ink text-sm leading-relaxed">
					{application.story}
				</p>
				<section>
					<h3 className="mb-1 font-medium text-ink text-sm">{t("case.use")}</h3>
					<p className="wrap-anywhere whitespace-pre-line text-ink-soft text-sm leading-relaxed">
						{application.useOfFunds}
					</p>
				</section>
				<DescriptionList
					columns={3}
					items={[
						{
							term: t("case.askedLabel"),
							detail: <span className="figure">{formatFen(application.askedFen)}</span>,
						},
						{ term: t("case.applied"), detail: formatDateTime(application.appliedAt, locale) },
						{ term: t("case.by"), detail: application.appliedByName },
					]}
				/>
				{children}
			</CardBody>
		</Card>
	);
}
