import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { mayReleaseAppeal, objectionToJudging } from "@/lib/domains/admission/policy";
import type { AppealPage } from "@/lib/domains/admission/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { TakeAppealButton } from "./appeal-buttons";
import { AppealStateBadge } from "./appeal-state-badge";
import { VerdictForm } from "./verdict-form";

/** In one place: the decision made, the form to make it, or what stands in between. */
export async function VerdictCard(page: AppealPage) {
	const t = await getTranslations("review");
	const { appeal } = page;
	return (
		<Card className="sail-lg">
			<CardHeader
				title={t(appeal.state === "OPEN" ? "appeal.page.verdictTitle" : "appeal.page.decided")}
				actions={appeal.state === "OPEN" ? undefined : <AppealStateBadge state={appeal.state} />}
			/>
			<CardBody className="space-y-4">
				{appeal.state === "OPEN" ? <OpenVerdict {...page} /> : <MadeVerdict {...page} />}
			</CardBody>
		</Card>
	);
}

async function MadeVerdict({ appeal, deciderName }: AppealPage) {
	const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
	if (!appeal.decidedAt) return <p className="text-ink-soft text-sm">{t("appeal.states.WITHDRAWN")}</p>;
	return (
		<>
			<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{appeal.decisionReason}</p>
			<p className="figure text-ink-faint text-xs">
				{t("appeal.page.decidedBy", {
					name: deciderName ?? "–",
					at: formatDateTime(appeal.decidedAt, locale),
				})}
			</p>
		</>
	);
}

async function OpenVerdict({ appeal, other, viewer, involvement, canJudge, assigneeName }: AppealPage) {
	const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
	const target = { appealId: appeal.id, version: appeal.version };
	const objection = objectionToJudging(viewer.role, involvement);
	if (!canJudge || objection === "TRANSITION_ILLEGAL") {
		return <p className="text-ink-soft text-sm">{t("appeal.page.readOnly")}</p>;
	}
	if (objection) {
		return (
			<Banner tone="warning" title={t(`appeal.page.${objection}.title`)}>
				{t(`appeal.page.${objection}.text`)}
			</Banner>
		);
	}
	if (!mayReleaseAppeal(appeal, viewer.userId)) {
		return (
			<div>
				<p className="font-medium text-ink text-sm">
					{assigneeName ? t("appeal.page.heldTitle", { name: assigneeName }) : t("appeal.page.claimTitle")}
				</p>
				<p className="mt-1 mb-4 text-ink-soft text-sm">
					{assigneeName
						? t("appeal.page.heldText")
						: t("appeal.page.claimText", { dueOn: formatDate(appeal.dueOn, locale) })}
				</p>
				<TakeAppealButton target={target} label={t(assigneeName ? "appeal.take" : "appeal.claim")} />
			</div>
		);
	}
	return (
		<>
			{other && (
				<Banner
					tone="warning"
					actions={
						<Link href={routes.ops.application(other.id)} className="underline underline-offset-4">
							{t("appeal.page.openOther", { number: other.number })}
						</Link>
					}
				>
					{t(other.kind === "OPEN" ? "appeal.page.otherOpen" : "appeal.page.otherApproved", {
						number: other.number,
					})}
				</Banner>
			)}
			<VerdictForm target={target} canOverturn={!other} />
		</>
	);
}
