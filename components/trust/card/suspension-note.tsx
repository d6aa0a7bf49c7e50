import { Banner } from "@/components/ui/banner";
import type { Suspension } from "@/lib/domains/trust/types/card";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AnswerSuspension } from "./answer-suspension";
import { AppealSuspension } from "./appeal-suspension";
import { LiftSuspension } from "./lift-suspension";

type Props = { suspension: Suspension; side: "brand" | "desk"; canSuspend: boolean };

/** Why a guarantee is suspended, what became of the appeal, and what whoever reads it may do. */
export async function SuspensionNote({ suspension, side, canSuspend }: Props) {
	const [t, locale] = await Promise.all([getTranslations("trustcard"), getLocale()]);
	const { id, reasonCode, note, byName, fromAt, appealState, appealStatement, appealDueOn } = suspension;
	const isOpen = appealState === "OPEN";
	const actions =
		side === "brand"
			? suspension.isAppealable && <AppealSuspension suspensionId={id} />
			: canSuspend &&
				(isOpen ? (
					!suspension.isOwn && <AnswerSuspension suspensionId={id} />
				) : (
					<LiftSuspension suspensionId={id} />
				));
	return (
		<Banner
			tone="danger"
			title={`${t("suspension.title")} · ${t(`suspension.reason.${reasonCode}`)}`}
			actions={actions || undefined}
		>
			<p className="wrap-anywhere whitespace-pre-line">{note}</p>
			<p className="mt-1 text-ink-soft text-xs">
				{t("suspension.by", { who: byName, at: formatDateTime(fromAt, locale) })}
			</p>
			{appealStatement && (
				<p className="wrap-anywhere mt-2 whitespace-pre-line border-danger/40 border-l-2 pl-3">
					{appealStatement}
				</p>
			)}
			{isOpen && appealDueOn && (
				<p className="mt-1 font-medium">
					{t("suspension.appealed", { date: formatDate(appealDueOn, locale) })}
				</p>
			)}
			{isOpen && side === "desk" && suspension.isOwn && <p className="mt-1">{t("ops.own")}</p>}
			{appealState === "REJECTED" && (
				<p className="mt-1">{t("suspension.rejected", { note: suspension.appealNote ?? "" })}</p>
			)}
			{side === "brand" && (
				<p className="mt-1 text-ink-soft text-xs">
					{appealState === null && t(suspension.isAppealable ? "suspension.appealHint" : "suspension.late")}
				</p>
			)}
		</Banner>
	);
}
