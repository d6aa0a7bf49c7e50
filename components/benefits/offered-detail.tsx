import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ApplicationRow, OfferedBenefit, OwnItem } from "@/lib/domains/benefits/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ApplyForm } from "./apply-form";
import type { BenefitWorkspace } from "./catalogue";
import { EligibilityList } from "./eligibility-list";
import { OwnApplications } from "./own-applications";
import { OwnItems } from "./own-items";
import { TermsList } from "./terms-list";
import type { Track } from "./words";

export type OfferedDetailProps = OfferedBenefit & {
	items: readonly OwnItem[];
	applications: readonly ApplicationRow[];
	tracks: readonly Track[];
	workspace: BenefitWorkspace;
};

/** One benefit: what it gives, whether one may have it and why not, and the form to ask for it. */
export async function OfferedDetail({
	benefit,
	eligibility,
	items,
	applications,
	tracks,
	workspace,
}: OfferedDetailProps) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const missing = eligibility.conditions.filter(({ holds }) => !holds).length;
	const isItems = benefit.delivery === "ITEMS";
	return (
		<div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
			<div className="min-w-0 space-y-6">
				<Card>
					<CardBody className="space-y-5 pt-5">
						<p className="max-w-prose text-ink text-sm">
							{locale === "en" ? benefit.descriptionEn : benefit.descriptionZh}
						</p>
						<TermsList benefit={benefit} tracks={tracks} />
					</CardBody>
				</Card>
				<Card>
					{isItems ? (
						<>
							<CardHeader
								title={t("take.title")}
								description={t(eligibility.eligible ? "take.hint" : "take.cannot")}
							/>
							<CardBody>
								<OwnItems items={items} canTake={eligibility.eligible} />
							</CardBody>
						</>
					) : (
						<>
							<CardHeader
								title={t("apply.title")}
								description={t(
									eligibility.eligible
										? benefit.approval === "AUTO"
											? "apply.auto"
											: benefit.delivery === "GRANT"
												? "apply.person"
												: "apply.right"
										: "apply.cannot",
								)}
							/>
							{eligibility.eligible && (
								<CardBody>
									<ApplyForm
										benefitId={benefit.id}
										isForStreamer={benefit.audience === "STREAMER"}
										workspace={workspace}
									/>
								</CardBody>
							)}
						</>
					)}
				</Card>
				{applications.length > 0 && <OwnApplications rows={applications} workspace={workspace} />}
			</div>
			<Card>
				<CardHeader
					title={`${t("eligibility.title")} · ${eligibility.eligible ? t("eligibility.yes") : t("eligibility.no", { count: missing })}`}
					description={t("eligibility.hint")}
				/>
				<CardBody>
					<EligibilityList conditions={eligibility.conditions} benefit={benefit} tracks={tracks} />
				</CardBody>
			</Card>
		</div>
	);
}
