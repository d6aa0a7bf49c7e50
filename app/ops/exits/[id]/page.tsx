import type { Metadata } from "next";
import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { DayBadge } from "@/components/partnership/day-badge";
import { DecidePanel } from "@/components/partnership/decide-panel";
import { DecisionRecord } from "@/components/partnership/decision-record";
import { DepositCard } from "@/components/partnership/deposit-card";
import { WithdrawNoticeButton } from "@/components/partnership/exit-buttons";
import { ExitRecord } from "@/components/partnership/exit-record";
import { LifeTimeline } from "@/components/partnership/life-timeline";
import { RefundDialog } from "@/components/partnership/refund-dialog";
import { exitTones } from "@/components/partnership/tones";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge } from "@/components/ui/status-badge";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import { type ExitPage, loadExit } from "@/lib/domains/partnership/loaders/ops";
import { isOpenExit } from "@/lib/domains/partnership/policy";
import { refundDueOn } from "@/lib/domains/partnership/rules/exit-clock";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [t, { exit }] = await Promise.all([
		getTranslations("partnership"),
		params.then(({ id }) => loadExit(id)),
	]);
	return { title: `${exit.partnerName} · ${t("exits.title")}` };
}

export default async function ExitCasePage({ params }: Props) {
	const page = await params.then(({ id }) => loadExit(id));
	const { exit, files, noticeId } = page;
	const t = await getTranslations("partnership");
	const target = { caseId: exit.id, version: exit.version };
	const by = { opened: exit.openedByName, replied: exit.repliedByName };
	return (
		<ClientMessages namespaces={["partnership", "files", "errors"]}>
			<Crumb label={exit.number} />
			<PageHeader
				title={<span className="wrap-anywhere">{exit.partnerName}</span>}
				meta={<Marks {...page} />}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={routes.ops.partner(exit.partnerId)}>{t("exits.toPartner")}</Link>
						</Button>
						{page.isOpener && isOpenExit(exit) && <WithdrawNoticeButton target={target} />}
					</>
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
				<div className="space-y-6">
					<DecisionRecord exit={exit} noticeId={noticeId} by={exit.decidedByName} />
					<ExitRecord exit={exit} files={files} by={by} />
				</div>
				<div className="space-y-6">
					<Deciding {...page} />
					<Settling {...page} />
					<LifeTimeline events={page.life} since={t("life.text")} />
				</div>
			</div>
		</ClientMessages>
	);
}

async function Marks({ exit, calendar, today }: ExitPage) {
	const t = await getTranslations("partnership");
	const waits = exit.state === "NOTICE" && exit.replyBy >= today;
	return (
		<>
			<StatusBadge status={exit.state} tones={exitTones} label={t(`exit.states.${exit.state}`)} />
			{waits && <DayBadge day={exit.replyBy} today={today} />}
			{exit.state === "REPLIED" && exit.decideBy && (
				<SlaBadge clock={readReviewClock(calendar, exit.decideBy, today)} />
			)}
			<CopyableId value={exit.number} label={t("exit.number")} />
		</>
	);
}

/** The decision for whoever may take it; for everybody else why they may not. */
async function Deciding({ exit, objection, days, canManage }: ExitPage) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	if (!isOpenExit(exit)) return null;
	if (!canManage) return <Banner>{t("decide.leadsOnly")}</Banner>;
	if (objection) {
		return (
			<Banner tone={objection === "REPLY_WINDOW_OPEN" ? "info" : "warning"} title={t("decide.notYou")}>
				{t(`decide.objections.${objection}`, { day: formatDate(exit.replyBy, locale) })}
			</Banner>
		);
	}
	const span = {
		from: formatDate(days.from, locale),
		to: days.to ? formatDate(days.to, locale) : "",
	};
	return (
		<DecidePanel
			key={exit.version}
			target={{ caseId: exit.id, version: exit.version }}
			isVoluntary={exit.kind === "VOLUNTARY"}
			days={{ ...days, text: t(days.to ? "decide.daysBetween" : "decide.daysFrom", span) }}
			bindings={exit.bindings}
		/>
	);
}

function Settling({ exit, today, canManage }: ExitPage) {
	const { deposit, effectiveOn } = exit;
	if (!deposit || exit.state !== "CONFIRMED" || !effectiveOn) return null;
	return (
		<DepositCard
			deposit={deposit}
			dueOn={refundDueOn(effectiveOn)}
			today={today}
			actions={
				canManage &&
				deposit.state === "CONFIRMED" && (
					<RefundDialog
						size="sm"
						deposit={deposit}
						company={exit.partnerName}
						exitedOn={effectiveOn}
						today={today}
					/>
				)
			}
		/>
	);
}
