import type { Metadata } from "next";
import Link from "next/link";
import { BeginStepPolicyDraft } from "@/components/playbook/step-policy/begin-step-policy-draft";
import { PolicySteps } from "@/components/playbook/step-policy/policy-steps";
import { StepPolicyChanges } from "@/components/playbook/step-policy/step-policy-changes";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { PolicyActions, PolicyInForce, PolicyNotes } from "@/components/policies/policy-overview";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { loadStepPolicy } from "@/lib/domains/playbook/loaders/step-policy";
import { compareStepPolicies } from "@/lib/domains/playbook/rules/steps/policy-words";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("steppolicy");
	return { title: t("metaTitle") };
}

export default async function StepPolicyPage({ searchParams }: Props) {
	const [t, desk] = await Promise.all([getTranslations("steppolicy"), searchParams.then(loadStepPolicy)]);
	const { versions, compared } = desk;
	const current = versions.find(({ status }) => status === "inForce");
	const of = (version?: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareStepPolicies(before, after) : [];
	return (
		<ClientMessages namespaces={["steppolicy", "policies", "errors"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="ghost">
							<Link href={routes.steps()}>{t("overview.publicPage")}</Link>
						</Button>
						<PolicyActions
							{...desk}
							draftHref={routes.ops.stepPolicyDraft()}
							begin={(version, isSecondary) => (
								<BeginStepPolicyDraft key={version} version={version} isSecondary={isSecondary} />
							)}
						/>
					</>
				}
			/>
			<div className="space-y-4">
				<PolicyNotes {...desk} readOnly={t("overview.readOnly")} />
				{current && (
					<PolicyInForce version={current}>
						<PolicySteps policy={current.document} />
					</PolicyInForce>
				)}
				<VersionHistory versions={versions} compareHref={routes.ops.comparedStepPolicies} />
				<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
					<ComparedChanges count={changes.length}>
						<StepPolicyChanges changes={changes} />
					</ComparedChanges>
				</CompareCard>
			</div>
		</ClientMessages>
	);
}
