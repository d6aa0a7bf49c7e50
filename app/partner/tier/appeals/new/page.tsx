import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { TierAppealForm } from "@/components/tiers/appeals/appeal-form";
import { openItemWords } from "@/components/tiers/appeals/item-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { loadNewTierAppeal, type NewTierAppeal } from "@/lib/domains/tiers/loaders/own-tier-appeals";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("tierappeals"))("form.metaTitle") };
}

export default async function NewTierAppealPage({ searchParams }: Props) {
	const [t, locale, page] = await Promise.all([
		getTranslations("tierappeals"),
		getLocale(),
		searchParams.then(loadNewTierAppeal),
	]);
	const { run, receipt, until } = page;
	return (
		<ClientMessages namespaces={["tierappeals", "files"]}>
			<Crumb label={t("form.metaTitle")} />
			<PageHeader
				title={t("form.title")}
				description={
					until
						? t("form.description", {
								month: formatMonth(run.period, locale),
								tier: receipt.decision.tier,
								until: formatDate(until, locale),
							})
						: undefined
				}
			/>
			{page.objection || !page.canFile ? (
				<NotNow {...page} />
			) : (
				<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
					<Card>
						<CardBody className="pt-5">
							<Form {...page} />
						</CardBody>
					</Card>
					<HowItGoes {...page} />
				</div>
			)}
		</ClientMessages>
	);
}

function backFrom({ run }: NewTierAppeal): string {
	return run.status === "NOTICE" ? routes.partner.tierDraft() : routes.partner.tier();
}

async function Form(page: NewTierAppeal) {
	const words = await openItemWords();
	return (
		<TierAppealForm
			runId={page.run.id}
			partnerId={page.partnerId}
			criterion={page.criterion ?? ""}
			items={page.items.map(({ code, item }) => ({ code, name: words.name(item), said: words.said(item) }))}
			open={page.open}
			files={page.files}
			cancelHref={backFrom(page)}
		/>
	);
}

async function NotNow({ objection }: NewTierAppeal) {
	const [t, locale] = await Promise.all([getTranslations("tierappeals"), getLocale()]);
	const text = (() => {
		if (!objection) return t("form.ownerOnly");
		if (objection.reason === "APPEAL_WINDOW_CLOSED")
			return t("form.closed", { day: formatDate(objection.day, locale) });
		return t(objection.reason === "APPEAL_AFTER_EXIT" ? "form.exited" : "form.notAppealable");
	})();
	return (
		<Banner
			tone="warning"
			actions={
				<Button asChild variant="secondary" size="sm">
					<Link href={routes.partner.tier()}>{t("form.toTier")}</Link>
				</Button>
			}
		>
			{text}
		</Banner>
	);
}

async function HowItGoes({ periods, run }: NewTierAppeal) {
	const t = await getTranslations("tierappeals");
	const steps = [
		t("form.how1", { days: periods.appealAnswerWorkingDays }),
		t("form.how2"),
		...(run.status === "NOTICE" ? [t("form.how3")] : []),
		t("form.how4"),
	];
	return (
		<Card>
			<CardHeader title={t("form.howTitle")} />
			<CardBody>
				<ol className="space-y-2.5 text-ink-soft text-sm">
					{steps.map((step, i) => (
						<li key={step} className="flex gap-3">
							<span aria-hidden="true" className="figure font-semibold text-brand-ink">
								{i + 1}
							</span>
							{step}
						</li>
					))}
				</ol>
			</CardBody>
		</Card>
	);
}
