import type { Metadata } from "next";
import Link from "next/link";
import { AgreementInFull } from "@/components/admission/standards/agreement-in-full";
import { BeginDraft } from "@/components/admission/standards/begin-draft";
import { ComparePanel } from "@/components/admission/standards/compare-panel";
import { PolicyInWords } from "@/components/admission/standards/policy-in-words";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { loadStandards, type StandardsPage as Page } from "@/lib/domains/admission/loaders/standards";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("standards");
	return { title: t("title") };
}

export default async function StandardsPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("standards"), searchParams.then(loadStandards)]);
	const tabs = [
		{ href: routes.ops.standards(), label: t("tabs.admission"), isCurrent: page.kind === "admission" },
		{
			href: routes.ops.standards("agreement"),
			label: t("tabs.agreement"),
			isCurrent: page.kind === "agreement",
		},
	];
	return (
		<ClientMessages namespaces={["standards", "policies"]}>
			<PageHeader title={t("title")} description={t("description")} actions={<DraftButtons page={page} />} />
			<LinkTabs label={t("tabs.label")} tabs={tabs} />
			<div className="mt-4 space-y-4">
				<Notes page={page} />
				<InForce page={page} />
				<VersionHistory
					versions={page.versions}
					compareHref={(from, to) => routes.ops.comparedStandards(page.kind, from, to)}
				/>
				<ComparePanel {...page} />
			</div>
		</ClientMessages>
	);
}

async function DraftButtons({ page }: { page: Page }) {
	const t = await getTranslations("standards");
	if (!page.canManage) return null;
	if (page.draft) {
		return (
			<Button asChild>
				<Link href={routes.ops.standardsDraft(page.kind === "agreement" ? page.kind : undefined)}>
					{t("overview.continue")}
				</Link>
			</Button>
		);
	}
	const bases = page.versions.filter(({ status }) => status === "inForce" || status === "upcoming");
	return bases.map(({ version, status }) => (
		<BeginDraft key={version} kind={page.kind} version={version} isSecondary={status === "upcoming"} />
	));
}

async function Notes({ page }: { page: Page }) {
	const [t, locale] = await Promise.all([getTranslations("standards"), getLocale()]);
	const { draft } = page;
	return (
		<>
			{!page.canManage && <Banner>{t("overview.readOnly")}</Banner>}
			{draft && (
				<Banner title={t("overview.draftOpen")}>
					{t("overview.draftOpenText", {
						by: draft.updatedBy ?? "–",
						at: formatDateTime(draft.updatedAt, locale),
					})}
				</Banner>
			)}
			{page.versions
				.filter(({ status }) => status === "upcoming")
				.map(({ version, effectiveFrom }) => (
					<Banner
						key={version}
						title={t("overview.upcomingTitle", { version, day: formatDate(effectiveFrom, locale) })}
					>
						{t("overview.upcomingText")}
					</Banner>
				))}
		</>
	);
}

async function InForce({ page }: { page: Page }) {
	const [t, locale] = await Promise.all([getTranslations("standards"), getLocale()]);
	const current = page.versions.find(({ status }) => status === "inForce");
	if (!current) return null;
	const since = current.isShipped
		? t("overview.shipped")
		: t("overview.since", { day: formatDate(current.effectiveFrom, locale) });
	return (
		<Card>
			<CardHeader title={t("overview.current", { version: current.version })} description={since} />
			<CardBody>
				{"sectionsZh" in current.document ? (
					<AgreementInFull agreement={current.document} />
				) : (
					<PolicyInWords policy={current.document} tracks={page.tracks} />
				)}
			</CardBody>
		</Card>
	);
}
