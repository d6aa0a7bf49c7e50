import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { FundCasePage } from "@/lib/domains/fund/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { MoveDialog } from "../move-dialog";
import { StageBadge } from "../stage-badge";
import { AssignControl } from "./assign-control";
import { ConflictDialog } from "./conflict-dialog";
import { InvestDialog } from "./invest-dialog";

/** Where the application stands and what can be done with it now. */
export async function NextCard({ page, ownId }: { page: FundCasePage; ownId: string }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	const { application, rights, people, available, tally } = page;
	const { askedFen } = application;
	const isOpen = application.decidedAt === null && application.stage !== "WITHDRAWN";
	return (
		<Card>
			<CardHeader title={<StageBadge stage={application.stage} />} />
			<CardBody className="space-y-4">
				<DescriptionList
					columns={1}
					items={[
						{ term: t("case.since"), detail: formatDateTime(application.stageSince, locale) },
						...(isOpen && !rights.canAssign
							? [{ term: t("case.assignee"), detail: application.assigneeName ?? t("board.nobody") }]
							: []),
						...(application.decisionReason
							? [
									{
										term: t("case.decision"),
										detail: (
											<>
												<span className="wrap-anywhere block whitespace-pre-line">
													{application.decisionReason}
												</span>
												<span className="figure text-2xs text-ink-faint">
													{application.decidedByName}
													{application.decidedAt && ` · ${formatDateTime(application.decidedAt, locale)}`}
												</span>
											</>
										),
									},
								]
							: []),
					]}
				/>
				{rights.canWork && (
					<div>
						{rights.canAssign && <p className="mb-1 text-ink-faint text-xs">{t("case.assignee")}</p>}
						<AssignControl
							application={application}
							people={people}
							canAssign={rights.canAssign}
							ownId={ownId}
						/>
					</div>
				)}
				{(rights.canDecide || rights.moves.length > 0) && (
					<div className="flex flex-wrap gap-2">
						{rights.canDecide && tally.isCarried && (
							<InvestDialog application={application} limit={askedFen < available ? askedFen : available} />
						)}
						<MoveDialog application={application} moves={rights.moves} />
					</div>
				)}
				{rights.canDecide && !tally.isCarried && (
					<p className="text-ink-faint text-xs">{t("invest.needs")}</p>
				)}
				{rights.canWork && (
					<ConflictDialog applicationId={application.id} company={application.partnerName} />
				)}
			</CardBody>
		</Card>
	);
}
