import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { OverrideShown } from "@/lib/domains/tiers/types/override";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The overrides of a run that wait for another lead; nothing where none does. */
export async function WaitingOverrides({ overrides }: { overrides: readonly OverrideShown[] }) {
	const [t, locale] = await Promise.all([getTranslations("overrides"), getLocale()]);
	if (overrides.length === 0) return null;
	return (
		<Card>
			<CardHeader title={t("waiting.title", { count: overrides.length })} description={t("waiting.hint")} />
			<CardBody className="p-0">
				<ul className="divide-y">
					{overrides.map((row) => (
						<li key={row.id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3">
							<div className="min-w-0">
								<p className="font-medium">
									{row.partnerName}{" "}
									<span className="figure text-ink-soft">
										{t("row.move", { from: row.fromTier, to: row.tier })}
									</span>
								</p>
								<p className="text-ink-faint text-xs">
									{t("row.by", { by: row.proposedBy ?? "–", at: formatDateTime(row.proposedAt, locale) })}
								</p>
								<p className="wrap-anywhere line-clamp-2 max-w-prose text-ink-soft text-sm">{row.reason}</p>
							</div>
							<Button asChild size="sm" variant="secondary">
								<Link href={routes.ops.evaluationPartner(row.runId, row.partnerId)}>{t("waiting.view")}</Link>
							</Button>
						</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
