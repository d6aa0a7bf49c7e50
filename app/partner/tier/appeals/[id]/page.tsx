import type { Metadata } from "next";
import Link from "next/link";
import { EvidenceList } from "@/components/files/evidence-list";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { openItemWords } from "@/components/tiers/appeals/item-words";
import { TierAppealBadge } from "@/components/tiers/appeals/tier-appeal-badge";
import { ValueChanges } from "@/components/tiers/appeals/value-changes";
import { WithdrawTierAppeal } from "@/components/tiers/appeals/withdraw-tier-appeal";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadOwnTierAppeal, type OwnAppealPage } from "@/lib/domains/tiers/loaders/own-tier-appeals";
import type { OwnChange } from "@/lib/domains/tiers/types/appeals";
import { formatDate, formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { appeal } = await params.then(({ id }) => loadOwnTierAppeal(id));
	return { title: (await getTranslations("tierappeals"))("page.title", { number: appeal.number }) };
}

export default async function OwnTierAppealPage({ params }: Props) {
	const page = await params.then(({ id }) => loadOwnTierAppeal(id));
	const [t, words, locale] = await Promise.all([
		getTranslations("tierappeals"),
		openItemWords(),
		getLocale(),
	]);
	const { appeal, canFile } = page;
	const { state, shown, number } = appeal;
	return (
		<ClientMessages namespaces={["tierappeals", "files"]}>
			<Crumb label={number} />
			<PageHeader
				title={words.name(shown.item)}
				description={[number, formatMonth(appeal.period, locale)].join(" · ")}
				meta={<TierAppealBadge state={state} />}
				actions={state === "OPEN" && canFile ? <WithdrawTierAppeal appealId={appeal.id} /> : undefined}
			/>
			<div className="max-w-4xl space-y-6">
				<p className="text-ink text-sm">
					{t(`page.next.${state}`, { dueOn: formatDate(appeal.dueOn, locale) })}
				</p>
				<Answer {...page} />
				{appeal.change && <Change change={appeal.change} />}
				<Objection {...page} />
			</div>
		</ClientMessages>
	);
}

async function Answer({ appeal }: OwnAppealPage) {
	const [t, locale] = await Promise.all([getTranslations("tierappeals"), getLocale()]);
	const { decisionReason, reasonCode, closedAt } = appeal;
	if (!decisionReason || !closedAt) return null;
	return (
		<Card className="sail-lg">
			<CardHeader
				title={t("page.answer", { at: formatDateTime(closedAt, locale) })}
				actions={<Badge>{t(`reasons.${reasonCode as "SOURCE_CORRECTED"}`)}</Badge>}
			/>
			<CardBody>
				<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{decisionReason}</p>
			</CardBody>
		</Card>
	);
}

async function Change({ change }: { change: OwnChange }) {
	const t = await getTranslations("tierappeals");
	const { tierBefore, tierAfter, values } = change;
	return (
		<Card>
			<CardHeader
				title={t("page.change")}
				description={t("page.changeHint")}
				actions={
					<Button asChild variant="secondary" size="sm">
						<Link href={routes.partner.tier()}>{t("page.receipt")}</Link>
					</Button>
				}
			/>
			<CardBody className="space-y-4">
				<p className="font-semibold text-ink">
					{t("case.tier")} <span className="figure">{`T${tierBefore} → T${tierAfter}`}</span>
				</p>
				{values.length > 0 && <ValueChanges values={values} label={t("page.change")} />}
			</CardBody>
		</Card>
	);
}

async function Objection({ appeal, files }: OwnAppealPage) {
	const [t, words, locale] = await Promise.all([
		getTranslations("tierappeals"),
		openItemWords(),
		getLocale(),
	]);
	const at = formatDateTime(appeal.filedAt, locale);
	return (
		<Card>
			<CardHeader
				title={t("page.statement")}
				description={t("page.filed", { by: appeal.filedByName ?? "–", at })}
				actions={
					appeal.runStatus === "NOTICE" && (
						<Button asChild variant="ghost" size="sm">
							<Link href={routes.partner.tierDraft()}>{t("page.draft")}</Link>
						</Button>
					)
				}
			/>
			<CardBody className="space-y-4 text-sm">
				<p className="rounded-md bg-sunken px-4 py-3">
					<span className="block text-ink-faint text-xs">{t("page.said")}</span>
					<span className="figure text-ink">
						{words.said(appeal.shown.item)} · {t("said.tier", { tier: appeal.shown.tier })}
					</span>
				</p>
				<p className="wrap-anywhere whitespace-pre-line text-ink">{appeal.statement}</p>
				{files.length > 0 ? (
					<EvidenceList files={files} label={t("page.evidence")} />
				) : (
					<p className="text-ink-faint text-xs">{t("page.noEvidence")}</p>
				)}
			</CardBody>
		</Card>
	);
}
