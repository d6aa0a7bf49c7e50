import type { Metadata } from "next";
import { AgreementInFull } from "@/components/admission/standards/agreement-in-full";
import { BeginDraft } from "@/components/admission/standards/begin-draft";
import { ComparePanel } from "@/components/admission/standards/compare-panel";
import { PolicyInWords } from "@/components/admission/standards/policy-in-words";
import { PolicyActions, PolicyInForce, PolicyNotes } from "@/components/policies/policy-overview";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardBody } from "@/components/ui/card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { loadStandards } from "@/lib/domains/admission/loaders/standards";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("standards");
	return { title: t("title") };
}

export default async function StandardsPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("standards"), searchParams.then(loadStandards)]);
	const current = page.versions.find(({ status }) => status === "inForce");
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
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<PolicyActions
						{...page}
						draftHref={routes.ops.standardsDraft(page.kind === "agreement" ? page.kind : undefined)}
						begin={(version, isSecondary) => (
							<BeginDraft key={version} kind={page.kind} version={version} isSecondary={isSecondary} />
						)}
					/>
				}
			/>
			<LinkTabs label={t("tabs.label")} tabs={tabs} />
			<div className="mt-4 space-y-4">
				<PolicyNotes {...page} />
				{current && (
					<PolicyInForce version={current}>
						<Card>
							<CardBody className="pt-5">
								{"sectionsZh" in current.document ? (
									<AgreementInFull agreement={current.document} />
								) : (
									<PolicyInWords policy={current.document} tracks={page.tracks} />
								)}
							</CardBody>
						</Card>
					</PolicyInForce>
				)}
				<VersionHistory
					versions={page.versions}
					compareHref={(from, to) => routes.ops.comparedStandards(page.kind, from, to)}
				/>
				<ComparePanel {...page} />
			</div>
		</ClientMessages>
	);
}
