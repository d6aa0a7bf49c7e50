import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { TrustPolicyEditor } from "@/components/trust/policy/trust-policy-editor";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadTrustPolicy } from "@/lib/domains/trust/loaders/policies";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ kind: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("metaTitle") };
}

export default async function TrustPolicyDraftPage({ params }: Props) {
	const [t, { kind: asked }] = await Promise.all([getTranslations("trustrules"), params]);
	const desk = await loadTrustPolicy(asked, {});
	if (!desk) notFound();
	const { kind, draft, versions, canManage } = desk;
	const latest = versions[0];
	const title = t("draft.title", { name: t(`kind.${kind}`) });
	const back = (
		<Button variant="secondary" asChild>
			<Link href={routes.ops.trustPolicy(kind)}>{t("draft.back")}</Link>
		</Button>
	);
	if (!draft || !latest)
		return (
			<>
				<Crumb label={title} />
				<PageHeader title={title} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={back} />
				</Card>
			</>
		);
	return (
		<ClientMessages namespaces={["trustrules", "policies", "drafts", "errors"]}>
			<Crumb label={title} />
			<PageHeader
				title={title}
				description={t("draft.description", { version: draft.baseVersion })}
				actions={back}
			/>
			{!canManage && <Banner className="mb-4">{t("draft.readOnly")}</Banner>}
			<TrustPolicyEditor
				key={draft.id}
				kind={kind}
				draft={{ draftId: draft.id, version: draft.version, form: draft.form, savedAt: draft.updatedAt }}
				latest={latest}
				canManage={canManage}
			/>
		</ClientMessages>
	);
}
