import type { Metadata } from "next";
import Link from "next/link";
import { SlaBadge } from "@/components/admission/sla-badge";
import { EvidenceList } from "@/components/files/evidence-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { DifferenceCard } from "@/components/tiers/appeals/difference-card";
import { openItemWords } from "@/components/tiers/appeals/item-words";
import { TierAppealBadge } from "@/components/tiers/appeals/tier-appeal-badge";
import { TierVerdictCard } from "@/components/tiers/appeals/tier-verdict-card";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { readReviewClock } from "@/lib/domains/admission/rules/review-clock";
import { loadTierAppeal } from "@/lib/domains/tiers/loaders/tier-appeals";
import type { TierAppealPage } from "@/lib/domains/tiers/types/appeals";
import { formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { appeal } = await params.then(({ id }) => loadTierAppeal(id));
	return { title: `${appeal.number} · ${appeal.partnerName}` };
}

export default async function TierAppealCasePage({ params }: Props) {
	const page = await params.then(({ id }) => loadTierAppeal(id));
	const [words, locale] = await Promise.all([openItemWords(), getLocale()]);
	const { appeal, calendar, today } = page;
	return (
		<ClientMessages namespaces={["tierappeals", "files"]}>
			<Crumb label={appeal.number} />
			<PageHeader
				title={<span className="wrap-anywhere">{appeal.partnerName}</span>}
				description={[words.name(appeal.shown.item), formatMonth(appeal.run.period, locale)].join(" · ")}
				meta={
					<>
						<TierAppealBadge state={appeal.state} />
						{appeal.state === "OPEN" && <SlaBadge clock={readReviewClock(calendar, appeal.dueOn, today)} />}
						<CopyableId value={appeal.number} label={appeal.number} />
					</>
				}
				actions={<Actions {...page} />}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
				<div className="min-w-0 space-y-6">
					<Objection {...page} />
					<DifferenceCard {...page} />
				</div>
				<div className="min-w-0 space-y-6 xl:sticky xl:top-20">
					<TierVerdictCard {...page} />
				</div>
			</div>
		</ClientMessages>
	);
}

async function Actions({ appeal }: TierAppealPage) {
	const t = await getTranslations("tierappeals");
	return (
		<Button asChild variant="secondary" size="sm">
			<Link href={routes.ops.evaluation(appeal.amendedRunId ?? appeal.run.id)}>{t("case.run")}</Link>
		</Button>
	);
}

async function Objection({ appeal, evidence }: TierAppealPage) {
	const [t, words, locale] = await Promise.all([
		getTranslations("tierappeals"),
		openItemWords(),
		getLocale(),
	]);
	const at = formatDateTime(appeal.filedAt, locale);
	return (
		<Card>
			<CardHeader
				title={t("case.statement")}
				description={t("case.statementBy", { name: appeal.filedByName ?? "–", at })}
			/>
			<CardBody className="space-y-4 text-sm">
				<p className="rounded-md bg-sunken px-4 py-3">
					<span className="block text-ink-faint text-xs">{t("case.said")}</span>
					<span className="figure text-ink">
						{words.name(appeal.shown.item)}: {words.said(appeal.shown.item)} ·{" "}
						{t("said.tier", { tier: appeal.shown.tier })}
					</span>
				</p>
				<p className="wrap-anywhere whitespace-pre-line text-ink">{appeal.statement}</p>
				{evidence.length > 0 ? (
					<EvidenceList files={evidence} label={t("case.evidence")} />
				) : (
					<p className="text-ink-faint text-xs">{t("case.noEvidence")}</p>
				)}
				<p className="flex items-center gap-2 text-ink-faint text-xs" title={t("case.receiptHint")}>
					{t("case.receipt")}
					<CopyableId value={appeal.receiptHash} label={t("case.receipt")} shortened />
				</p>
			</CardBody>
		</Card>
	);
}
