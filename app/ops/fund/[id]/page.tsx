import type { Metadata } from "next";
import Link from "next/link";
import { ApplicationCard } from "@/components/fund/application-card";
import { DocumentsCard } from "@/components/fund/case/documents-card";
import { NextCard } from "@/components/fund/case/next-card";
import { NotesCard } from "@/components/fund/case/notes-card";
import { VotesCard } from "@/components/fund/case/votes-card";
import { CommitmentCard } from "@/components/fund/commitment-card";
import { HistoryCard } from "@/components/fund/history-card";
import { StageSteps } from "@/components/fund/stage-steps";
import { TranchesCard } from "@/components/fund/tranches-card";
import { MoveDialog } from "@/components/pools/move-dialog";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { CopyableId } from "@/components/ui/copyable-id";
import { moveFundCommitment } from "@/lib/domains/fund/actions";
import { loadFundCase, loadFundCaseName } from "@/lib/domains/fund/loaders/ops";
import { plannedFen } from "@/lib/domains/fund/rules/tranches";
import type { FundCasePage } from "@/lib/domains/fund/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: await params.then(({ id }) => loadFundCaseName(id)) };
}

export default async function FundCasePageView({ params }: Props) {
	const page = await params.then(({ id }) => loadFundCase(id));
	const t = await getTranslations("fund");
	const { application, events, notes, movements, rights } = page;
	return (
		<ClientMessages namespaces={["fund", "pools", "files", "errors"]}>
			<Crumb label={application.number} />
			<PageHeader
				title={<span className="wrap-anywhere">{application.title}</span>}
				description={
					<Link href={routes.ops.partner(application.partnerId)} className="underline underline-offset-4">
						{application.partnerName}
					</Link>
				}
				meta={<CopyableId value={application.number} label={application.number} />}
			/>
			<div className="space-y-6">
				{rights.isBound && <Banner tone="warning">{t("case.boundBanner")}</Banner>}
				<StageSteps stage={application.stage} events={events} />
				<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
					<div className="min-w-0 space-y-6 max-xl:order-2">
						<CommitmentCard
							application={application}
							movements={movements}
							isPlatform
							actions={rights.canPay && <Pay {...page} />}
						/>
						{application.grant && (
							<TranchesCard
								applicationId={application.id}
								grant={application.grant}
								tranches={page.tranches}
								today={page.today}
								canPay={rights.canPay}
							/>
						)}
						<ApplicationCard application={application} />
						<DocumentsCard {...page} />
						<NotesCard applicationId={application.id} notes={notes} canWrite={page.canNote} />
					</div>
					<div className="min-w-0 space-y-6 max-xl:order-1">
						<NextCard page={page} ownId={page.ownId} />
						<VotesCard {...page} />
						<HistoryCard events={events} />
					</div>
				</div>
			</div>
		</ClientMessages>
	);
}

/** Signed, released or clawed back, and paid where no plan says when. */
function Pay({ application: { grant, poolId, partnerName, title }, tranches, today }: FundCasePage) {
	const isPlanned = plannedFen(tranches) > 0n;
	return (
		grant && (
			<MoveDialog
				grant={{ ...grant, poolId, partnerName, purpose: title }}
				unit="FEN"
				today={today}
				action={moveFundCommitment}
				without={isPlanned ? ["SPEND"] : []}
			/>
		)
	);
}
