import { Scale } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { OwnAppealRows } from "./own-appeal-rows";

/** Under a receipt: until when it may be appealed and how, and the appeals there are. Nothing where there is neither. */
export async function AppealPanel({ appealing }: { appealing: Appealing }) {
	const [t, locale] = await Promise.all([getTranslations("tierappeals"), getLocale()]);
	const { until, canFile, appeals, runId, answerDays } = appealing;
	if (until === null && appeals.length === 0) return null;
	return (
		<Card>
			<CardHeader
				title={t(until === null ? "own.title" : "receipt.title")}
				actions={
					<>
						<Button asChild variant="ghost" size="sm">
							<Link href={routes.partner.tierAppeals()}>{t("receipt.list")}</Link>
						</Button>
						{until !== null && canFile && (
							<Button asChild variant="secondary" size="sm">
								<Link href={routes.partner.newTierAppeal(runId)}>
									<Scale aria-hidden="true" />
									{t("receipt.begin")}
								</Link>
							</Button>
						)}
					</>
				}
			/>
			<CardBody className="space-y-3 text-sm">
				{until !== null && (
					<p className="max-w-prose text-ink-soft">
						{t("receipt.openText", { until: formatDate(until, locale), days: answerDays })}
						{!canFile && ` ${t("receipt.ownerOnly")}`}
					</p>
				)}
				{appeals.length > 0 && <OwnAppealRows appeals={appeals} />}
			</CardBody>
		</Card>
	);
}
