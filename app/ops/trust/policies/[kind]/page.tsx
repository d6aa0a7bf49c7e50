import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { VersionHistory } from "@/components/policies/version-history";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { BeginTrustDraft } from "@/components/trust/policy/begin-trust-draft";
import { PolicyFigures } from "@/components/trust/policy/policy-figures";
import { TrustChanges } from "@/components/trust/policy/trust-changes";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { loadTrustPolicy, type TrustPolicyDesk } from "@/lib/domains/trust/loaders/policies";
import { compareTrustPolicies } from "@/lib/domains/trust/rules/policy/policy-words";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
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
				actions={<Actions {...desk} />}
			/>
			<div className="space-y-4">
				<Notes {...desk} />
				{current && <InForce kind={kind} version={current} />}
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

async function Actions({ kind, canManage, draft, versions }: TrustPolicyDesk) {
	const t = await getTranslations("trustrules");
	return (
		<>
			<Button asChild variant="ghost">
				<Link href={routes.ops.trustPolicies()}>{t("overview.back")}</Link>
			</Button>
			{draft && (
				<Button asChild variant={canManage ? "primary" : "secondary"}>
					<Link href={routes.ops.trustPolicyDraft(kind)}>
						{t(canManage ? "overview.continue" : "overview.view")}
					</Link>
				</Button>
			)}
			{!draft &&
				canManage &&
				versions
					.filter(({ status }) => status === "inForce" || status === "upcoming")
					.map(({ version, status }) => (
						<BeginTrustDraft
							key={version}
							kind={kind}
							version={version}
							isSecondary={status === "upcoming"}
						/>
					))}
		</>
	);
}

async function Notes({ canManage, draft, versions }: TrustPolicyDesk) {
	const [t, locale] = await Promise.all([getTranslations("trustrules"), getLocale()]);
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

type Current = { kind: TrustPolicyDesk["kind"]; version: TrustPolicyDesk["versions"][number] };

async function InForce({ kind, version }: Current) {
	const [t, locale] = await Promise.all([getTranslations("trustrules"), getLocale()]);
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
			<PolicyFigures kind={kind} document={version.document} />
		</section>
	);
}
