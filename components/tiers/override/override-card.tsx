import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { AmendmentPreview } from "@/lib/domains/tiers/types/amendment";
import type { OverrideShown, PartnerVerdict } from "@/lib/domains/tiers/types/override";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { AnswerOverride, WithdrawOverride } from "./answer-override";
import { overrideTones } from "./override-tones";

/** What was set by hand on this receipt, or waits to be: who, why, and for another lead what confirming changes. */
export async function OverrideCard({ verdict }: { verdict: PartnerVerdict }) {
	const t = await getTranslations("overrides");
	const { overrides, partner, preview, run } = verdict;
	if (overrides.length === 0) return null;
	return (
		<Card>
			<CardHeader title={t("title")} description={t("hint")} />
			<CardBody className="divide-y p-0">
				{overrides.map((row) => (
					<OverrideItem key={row.id} row={row} runId={run.runId}>
						{row.state === "PROPOSED" && (
							<Waiting row={row} partner={partner} preview={preview} isFinal={run.status === "FINAL"} />
						)}
					</OverrideItem>
				))}
			</CardBody>
		</Card>
	);
}

async function OverrideItem({
	row,
	runId,
	children,
}: {
	row: OverrideShown;
	runId: string;
	children: React.ReactNode;
}) {
	const [t, locale] = await Promise.all([getTranslations("overrides"), getLocale()]);
	const { state, fromTier, tier, reason, proposedBy, proposedAt, decidedBy, decidedAt, amendedRunId } = row;
	return (
		<section aria-label={t("row.move", { from: fromTier, to: tier })} className="space-y-3 px-5 py-4">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<h3 className="figure font-semibold">{t("row.move", { from: fromTier, to: tier })}</h3>
				<StatusBadge status={state} tones={overrideTones} label={t(`state.${state}`)} />
				<span className="text-ink-faint text-xs">
					{t("row.by", { by: proposedBy ?? "–", at: formatDateTime(proposedAt, locale) })}
				</span>
			</div>
			<p className="wrap-anywhere max-w-prose whitespace-pre-line text-sm">{reason}</p>
			{decidedAt && (
				<p className="text-ink-soft text-xs">
					{decidedBy
						? t("row.answered", { by: decidedBy, at: formatDateTime(decidedAt, locale) })
						: t("row.ended", { at: formatDateTime(decidedAt, locale) })}
					{row.decisionNote && <> · {t("row.note", { note: row.decisionNote })}</>}
				</p>
			)}
			{amendedRunId && amendedRunId !== runId && (
				<Link
					href={routes.ops.evaluationPartner(amendedRunId, row.partnerId)}
					className="text-brand-ink text-sm underline-offset-4 hover:underline"
				>
					{t("row.correction")}
				</Link>
			)}
			{children}
		</section>
	);
}

type WaitingProps = {
	row: OverrideShown;
	partner: PartnerVerdict["partner"];
	preview: AmendmentPreview | null;
	isFinal: boolean;
};

async function Waiting({ row, partner, preview, isFinal }: WaitingProps) {
	const t = await getTranslations("overrides");
	return (
		<div className="space-y-3">
			{row.isReceiptNew && (
				<Banner tone="warning">{t("row.receiptNew", { tier: row.currentTier ?? row.fromTier })}</Banner>
			)}
			{preview && <Effect preview={preview} isFinal={isFinal} />}
			{row.duty === "WITHDRAW" && (
				<>
					<p className="text-ink-soft text-sm">{t("row.own")}</p>
					<WithdrawOverride overrideId={row.id} />
				</>
			)}
			{row.duty === "CONFLICT" && <p className="text-ink-soft text-sm">{t("row.conflict")}</p>}
			{row.duty === "ANSWER" && (
				<AnswerOverride
					overrideId={row.id}
					partner={partner}
					tier={row.tier}
					receiptHash={preview ? row.receiptHash : null}
				/>
			)}
		</div>
	);
}

async function Effect({ preview, isFinal }: { preview: AmendmentPreview; isFinal: boolean }) {
	const t = await getTranslations("overrides");
	const { tierBefore, tierAfter, others } = preview.difference;
	return (
		<div className="rounded-lg border bg-sunken/60 px-4 py-3 text-sm">
			<p className="mb-2 flex flex-wrap items-center gap-2 font-medium">
				{t("effect.title")}
				<Badge tone="brand">{t("row.move", { from: tierBefore, to: tierAfter })}</Badge>
			</p>
			<ul className="list-disc space-y-1 pl-5 text-ink-soft">
				<li>{t(isFinal ? "effect.final" : "effect.open")}</li>
				{others.length === 0 && <li>{t("effect.others")}</li>}
				<li>{t("effect.previous")}</li>
			</ul>
		</div>
	);
}
