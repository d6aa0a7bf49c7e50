import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import type { LoadedClaim } from "@/lib/domains/trust/types/claim-views";
import { formatDate, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AppealCard } from "./appeal-card";
import { AssignClaim } from "./assign-claim";
import { ClaimBadges } from "./claim-badges";
import { DecideForm } from "./decide-form";
import { DecisionCard } from "./decision-card";
import { EvidenceCard } from "./evidence-card";
import { FactsCard } from "./facts-card";
import { OrderCard } from "./order-card";
import { ScreeningCard } from "./screening-card";
import { TimelineCard } from "./timeline-card";
import { WorkingCard } from "./working-card";

/** A claim with its order, screening, amount, evidence and history; beside it what may be done by whoever reads it. */
export async function ClaimPageView({ loaded, side }: { loaded: LoadedClaim; side: "brand" | "desk" }) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustclaims"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	const { claim, isOpen, canWork } = loaded;
	const isDesk = side === "desk";
	const dueOn = claim.dueOn?.toISOString().slice(0, 10) ?? null;
	return (
		<ClientMessages namespaces={["trustclaims", "files", "errors"]}>
			<Crumb label={claim.number} />
			<PageHeader
				title={`${rules(`guarantee.${claim.guarantee}`)} · ${t(`reason.${claim.reason as "QUALITY"}`)}`}
				description={<span className="wrap-anywhere">{claim.productName}</span>}
				meta={
					<span className="flex flex-wrap items-center gap-3">
						<CopyableId value={claim.number} label={claim.number} />
						<ClaimBadges
							t={t}
							state={claim.state}
							outcome={claim.outcome}
							paymentState={claim.paymentState}
							appealState={claim.appeal?.state ?? null}
						/>
						{dueOn && (
							<span className={dueOn < loaded.today ? "text-danger-ink" : "text-ink-faint"}>
								{t("dueOn", { date: formatDate(dueOn, locale) })}
							</span>
						)}
					</span>
				}
				actions={
					canWork && <AssignClaim claimId={claim.id} assigneeId={claim.assigneeId} workers={loaded.workers} />
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
				<div className="min-w-0 space-y-6">
					<OrderCard {...loaded} isDesk={isDesk} />
					<ScreeningCard screening={claim.screening} verdict={claim.verdict} isOpen={isOpen} />
					<WorkingCard working={claim.working} missing={claim.missing} />
					<FactsCard {...loaded} />
					<EvidenceCard {...loaded} side={side} canAdd={!isDesk || canWork} />
				</div>
				<div className="min-w-0 space-y-6">
					{isOpen && <Next loaded={loaded} isDesk={isDesk} />}
					<DecisionCard {...loaded} />
					<AppealCard {...loaded} side={side} />
					<TimelineCard claim={claim} />
				</div>
			</div>
		</ClientMessages>
	);
}

/** What an open claim waits for: the operator's decision, or the shop's answer. */
async function Next({ loaded: { claim, canWork }, isDesk }: { loaded: LoadedClaim; isDesk: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("trustclaims"), getLocale()]);
	const { working } = claim;
	return (
		<Card>
			<CardHeader
				title={isDesk ? t("decide.title") : t(`state.${claim.state}`)}
				description={isDesk ? t("decide.text") : undefined}
			/>
			<CardBody>
				{isDesk && canWork ? (
					<DecideForm
						key={claim.version}
						claim={{
							...{
								claimId: claim.id,
								version: claim.version,
								guarantee: claim.guarantee,
								verdict: claim.verdict,
							},
							amountFen: working && working.totalFen !== "0" ? working.totalFen : null,
							amount: working ? formatFen(BigInt(working.totalFen)) : null,
							winner: working?.winner ?? null,
						}}
					/>
				) : (
					<p className="text-ink-soft text-sm">
						{isDesk
							? t("decide.readOnly")
							: claim.dueOn && t("brand.evidenceDue", { date: formatDate(claim.dueOn, locale) })}
					</p>
				)}
			</CardBody>
		</Card>
	);
}
