import type { Metadata } from "next";
import Link from "next/link";
import { DeskTabs } from "@/components/exams/desk-tabs";
import { BeginExamDraft } from "@/components/exams/policy/begin-exam-draft";
import { ExamChanges } from "@/components/exams/policy/exam-changes";
import { PolicyLevels } from "@/components/exams/policy/policy-levels";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { type ExamPolicyDesk, loadExamPolicy } from "@/lib/domains/certification/loaders/exam-policy";
import { compareExamPolicies } from "@/lib/domains/certification/rules/exam-policy/words";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("exampolicy");
	return { title: t("title") };
}

export default async function ExamPolicyPage({ searchParams }: Props) {
	const [t, desk] = await Promise.all([getTranslations("exampolicy"), searchParams.then(loadExamPolicy)]);
	const { versions, compared } = desk;
	const current = versions.find(({ status }) => status === "inForce");
	const of = (version?: number) => versions.find((one) => one.version === version)?.document;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareExamPolicies(before, after) : [];
	return (
		<ClientMessages namespaces={["exampolicy", "policies", "errors"]}>
			<PageHeader title={t("title")} description={t("description")} actions={<Actions {...desk} />} />
			<DeskTabs current="policy" />
			<div className="mt-4 space-y-4">
				<Notes {...desk} />
				{current && <InForce version={current} />}
				<VersionHistory versions={versions} compareHref={routes.ops.comparedExamPolicies} />
				<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
					<ComparedChanges count={changes.length}>
						<ExamChanges changes={changes} topics={after?.topics ?? []} />
					</ComparedChanges>
				</CompareCard>
			</div>
		</ClientMessages>
	);
}

async function Actions({ canManage, draft, versions }: ExamPolicyDesk) {
	const t = await getTranslations("exampolicy");
	return (
		<>
			{draft && (
				<Button asChild variant={canManage ? "primary" : "secondary"}>
					<Link href={routes.ops.examPolicyDraft()}>
						{t(canManage ? "overview.continue" : "overview.view")}
					</Link>
				</Button>
			)}
			{!draft &&
				canManage &&
				versions
					.filter(({ status }) => status === "inForce" || status === "upcoming")
					.map(({ version, status }) => (
						<BeginExamDraft key={version} version={version} isSecondary={status === "upcoming"} />
					))}
		</>
	);
}

async function Notes({ canManage, draft, versions }: ExamPolicyDesk) {
	const [t, locale] = await Promise.all([getTranslations("exampolicy"), getLocale()]);
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

async function InForce({ version }: { version: ExamPolicyDesk["versions"][number] }) {
	const [t, locale] = await Promise.all([getTranslations("exampolicy"), getLocale()]);
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
			<PolicyLevels policy={version.document} />
		</section>
	);
}
