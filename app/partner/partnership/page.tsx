import type { Metadata } from "next";
import Link from "next/link";
import { DepositCard } from "@/components/partnership/deposit-card";
import { LeaveDialog } from "@/components/partnership/leave-dialog";
import { LifeTimeline } from "@/components/partnership/life-timeline";
import { OwnExit } from "@/components/partnership/own-exit";
import { OwnProbation } from "@/components/partnership/own-probation";
import { OwnVerification } from "@/components/partnership/own-verification";
import { StandingCard } from "@/components/partnership/standing-card";
import { partnerTones } from "@/components/partnership/tones";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadOwnPartnership, type OwnPartnership } from "@/lib/domains/partnership/loaders/own";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("partnership");
	return { title: t("own.title") };
}

export default async function PartnershipPage() {
	const [t, own] = await Promise.all([getTranslations("partnership"), loadOwnPartnership()]);
	if (!own) return <NotYet />;
	const { status } = own.partner;
	return (
		<ClientMessages namespaces={["partnership", "admission", "files", "errors"]}>
			<PageHeader
				title={t("own.title")}
				description={t("own.description")}
				meta={<StatusBadge status={status} tones={partnerTones} label={t(`partner.states.${status}`)} />}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
				<div className="space-y-6">
					<OwnExit {...own} />
					<OwnProbation {...own} />
					<OwnVerification {...own} />
					<Calm {...own} />
				</div>
				<div className="space-y-6">
					<StandingCard {...own} />
					{own.deposit && <DepositCard deposit={own.deposit} dueOn={own.refundDueOn} today={own.today} />}
					<Leaving {...own} />
					<LifeTimeline events={own.life} since={t("life.text")} />
				</div>
			</div>
		</ClientMessages>
	);
}

async function NotYet() {
	const t = await getTranslations("partnership");
	return (
		<>
			<PageHeader title={t("own.title")} />
			<Card>
				<EmptyState
					title={t("own.notYet")}
					description={t("own.notYetText")}
					actions={
						<Button asChild>
							<Link href={routes.partner.application()}>{t("own.toApplication")}</Link>
						</Button>
					}
				/>
			</Card>
		</>
	);
}

/** Nothing asks for the partner: that is said too. */
async function Calm({ partner, exit, probation, verification }: OwnPartnership) {
	const t = await getTranslations("partnership");
	const isQuiet =
		partner.status === "ACTIVE" &&
		(exit === null || exit.state === "CANCELLED" || exit.state === "DISMISSED") &&
		probation?.state !== "OPEN" &&
		(verification === null || verification.state === "PASSED");
	if (!isQuiet) return null;
	return (
		<Card>
			<EmptyState title={t("own.calm")} description={t("own.calmText")} />
		</Card>
	);
}

async function Leaving({ partner, may, today }: OwnPartnership) {
	const t = await getTranslations("partnership");
	const isCurrent = partner.status === "ACTIVE" || partner.status === "PROBATION";
	if (!isCurrent) return null;
	return (
		<Card>
			<CardHeader title={t("leave.cardTitle")} description={t("leave.cardText")} />
			<CardBody>
				{may.leave ? (
					<LeaveDialog today={today} wish={addDays(today, 30)} />
				) : (
					<p className="text-ink-faint text-sm">{t("leave.ownerOnly")}</p>
				)}
			</CardBody>
		</Card>
	);
}
