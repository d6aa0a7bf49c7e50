import type { Metadata } from "next";
import { EvidenceList } from "@/components/files/evidence-list";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { ApplicationCard } from "@/components/fund/application-card";
import { CommitmentCard } from "@/components/fund/commitment-card";
import { HistoryCard } from "@/components/fund/history-card";
import { WithdrawDialog } from "@/components/fund/own/withdraw-dialog";
import { StageBadge } from "@/components/fund/stage-badge";
import { StageSteps } from "@/components/fund/stage-steps";
import { TranchesCard } from "@/components/fund/tranches-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { loadOwnFundApplication } from "@/lib/domains/fund/loaders/partner";
import type { OwnFundPage } from "@/lib/domains/fund/types";
import { formatFen } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { application } = await params.then(({ id }) => loadOwnFundApplication(id));
	return { title: `${application.number} · ${application.title}` };
}

export default async function OwnFundApplicationPage({ params }: Props) {
	const page = await params.then(({ id }) => loadOwnFundApplication(id));
	const { application, events, movements } = page;
	return (
		<ClientMessages namespaces={["fund", "files", "errors"]}>
			<Crumb label={application.number} />
			<PageHeader
				title={<span className="wrap-anywhere">{application.title}</span>}
				meta={
					<>
						<StageBadge stage={application.stage} />
						<CopyableId value={application.number} label={application.number} />
					</>
				}
				actions={page.canWithdraw && <WithdrawDialog application={application} />}
			/>
			<div className="space-y-6">
				<Result {...page} />
				<StageSteps stage={application.stage} events={events} />
				<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
					<div className="min-w-0 space-y-6">
						<CommitmentCard application={application} movements={movements} />
						{application.grant && (
							<TranchesCard
								applicationId={application.id}
								grant={application.grant}
								tranches={page.tranches}
								today={page.today}
								isCompany
							/>
						)}
						<ApplicationCard application={application} />
						<Documents {...page} />
					</div>
					<HistoryCard events={events} />
				</div>
			</div>
		</ClientMessages>
	);
}

/** How it ended, and why. */
async function Result({ application: { stage, committedFen, decisionReason } }: OwnFundPage) {
	const t = await getTranslations("fund");
	if (stage === "INVESTED" && committedFen !== null)
		return (
			<Banner tone="success" title={t("result.invested", { amount: formatFen(committedFen) })}>
				{decisionReason}
			</Banner>
		);
	if (stage === "DECLINED")
		return (
			<Banner tone="danger" title={t("result.declined")}>
				{decisionReason}
			</Banner>
		);
	return null;
}

async function Documents({ application, files, canUpload }: OwnFundPage) {
	const t = await getTranslations("fund");
	return (
		<Card>
			<CardHeader title={t("case.files")} {...(canUpload && { description: t("case.filesHint") })} />
			<CardBody>
				{canUpload ? (
					<EvidenceUpload
						purpose="FUND"
						subject={application.id}
						files={files}
						label={t("result.addFiles")}
						hint={t("form.filesHint")}
						handedOverAt={application.appliedAt}
					/>
				) : (
					<EvidenceList files={files} label={t("case.files")} />
				)}
			</CardBody>
		</Card>
	);
}
