import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { PolicyActions, PolicyInForce, PolicyNotes } from "@/components/policies/policy-overview";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { BeginTrustDraft } from "@/components/trust/policy/begin-trust-draft";
import { PolicyFigures } from "@/components/trust/policy/policy-figures";
import { TrustChanges } from "@/components/trust/policy/trust-changes";
import { Button } from "@/components/ui/button";
import { loadTrustPolicy } from "@/lib/domains/trust/loaders/policies";
import { compareTrustPolicies } from "@/lib/domains/trust/rules/policy/policy-words";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	params: Promise<{ kind: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("metaTitle") };
}

export default async function TrustPolicyPage({ params, searchParams }: Props) {
	const [t, { kind: asked }, query] = await Promise.all([
		getTranslations("trustrules"),
		params,
		searchParams,
	]);
	const desk = await loadTrustPolicy(asked, query);
	if (!desk) notFound();
	const { kind, versions, compared } = desk;
	const current = versions.find(({ status }) => status === "inForce");
	const of = (version?: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareTrustPolicies(kind, before, after) : [];
	return (
		<ClientMessages namespaces={["trustrules", "policies", "errors"]}>
			<Crumb label={t(`kind.${kind}`)} />
			<PageHeader
				title={t(`kind.${kind}`)}
				description={t(`kindHint.${kind}`)}
				actions={
					<>
						<Button asChild variant="ghost">
							<Link href={routes.ops.trustPolicies()}>{t("overview.back")}</Link>
						</Button>
						<PolicyActions
							{...desk}
							draftHref={routes.ops.trustPolicyDraft(kind)}
							begin={(version, isSecondary) => (
								<BeginTrustDraft key={version} kind={kind} version={version} isSecondary={isSecondary} />
							)}
						/>
					</>
				}
			/>
			<div className="space-y-4">
				<PolicyNotes {...desk} />
				{current && (
					<PolicyInForce version={current}>
						<PolicyFigures kind={kind} document={current.document} />
					</PolicyInForce>
				)}
				<VersionHistory
					versions={versions}
					compareHref={(from, to) => routes.ops.comparedTrustPolicies(kind, from, to)}
				/>
				<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
					<ComparedChanges count={changes.length}>
						<TrustChanges kind={kind} changes={changes} />
					</ComparedChanges>
				</CompareCard>
			</div>
		</ClientMessages>
	);
}
