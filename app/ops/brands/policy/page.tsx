import type { Metadata } from "next";
import Link from "next/link";
import { BeginStepPolicyDraft } from "@/components/playbook/step-policy/begin-step-policy-draft";
import { PolicySteps } from "@/components/playbook/step-policy/policy-steps";
import { StepPolicyChanges } from "@/components/playbook/step-policy/step-policy-changes";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { loadStepPolicy, type StepPolicyDesk } from "@/lib/domains/playbook/loaders/step-policy";
import { compareStepPolicies } from "@/lib/domains/playbook/rules/steps/policy-words";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
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
			<PageHeader title={t("title")} description={t("description")} actions={<Actions {...desk} />} />
			<div className="space-y-4">
				<Notes {...desk} />
				{current && <InForce version={current} />}
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

async function Actions({ canManage, draft, versions }: StepPolicyDesk) {
	const t = await getTranslations("steppolicy");
	return (
		<>
			<Button asChild variant="ghost">
				<Link href={routes.steps()}>{t("overview.publicPage")}</Link>
			</Button>
			{draft && (
				<Button asChild variant={canManage ? "primary" : "secondary"}>
					<Link href={routes.ops.stepPolicyDraft()}>
						{t(canManage ? "overview.continue" : "overview.view")}
					</Link>
				</Button>
			)}
			{!draft &&
				canManage &&
				versions
					.filter(({ status }) => status === "inForce" || status === "upcoming")
					.map(({ version, status }) => (
						<BeginStepPolicyDraft key={version} version={version} isSecondary={status === "upcoming"} />
					))}
		</>
	);
}

async function Notes({ canManage, draft, versions }: StepPolicyDesk) {
	const [t, locale] = await Promise.all([getTranslations("steppolicy"), getLocale()]);
	return (
		<>
			{!canManage && <Banner>{t("overview.readOnly")}</Banner>}
			{draft && (
				<Banner title={t("overview.draftOpen")}>
					{t("overview.draftOpenText", {
						by: draft.updatedBy ?? "–",
						at: formatDateTime(draft.updatedAt, locale),
					})}
				</Banner>
			)}
			{versions
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

async function InForce({ version }: { version: StepPolicyDesk["versions"][number] }) {
	const [t, locale] = await Promise.all([getTranslations("steppolicy"), getLocale()]);
	return (
		<section className="space-y-4">
			<div>
				<h2 className="font-semibold text-base text-ink">
					{t("overview.current", { version: version.version })}
				</h2>
				<p className="mt-0.5 text-ink-faint text-xs">
					{version.isShipped
						? t("overview.shipped")
						: t("overview.since", { day: formatDate(version.effectiveFrom, locale) })}
				</p>
			</div>
			<PolicySteps policy={version.document} />
		</section>
	);
}
