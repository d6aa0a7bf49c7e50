import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { RelatedCompany } from "@/lib/domains/admission/rules/related-companies";
import { getTranslations } from "@/lib/platform/i18n/server";
import { CaseLine } from "./company-history";

/** Companies that share a representative, a phone or an address, with the reason. A hint, never a verdict. */
export async function RelatedCompanies({ related }: { related: readonly RelatedCompany[] }) {
	const t = await getTranslations("review");
	return (
		<Card>
			<CardHeader title={t("related.title")} description={t("related.text")} />
			<CardBody>
				{related.length === 0 ? (
					<p className="text-ink-faint text-sm">{t("related.none")}</p>
				) : (
					<ul aria-label={t("related.title")} className="divide-y text-sm">
						{related.map((row) => (
							<CaseLine key={row.id} row={row}>
								<span className="flex flex-wrap gap-1">
									{row.reasons.map((reason) => (
										<Badge key={reason} tone="warning">
											{t(`related.${reason}`)}
										</Badge>
									))}
								</span>
							</CaseLine>
						))}
					</ul>
				)}
			</CardBody>
		</Card>
	);
}
