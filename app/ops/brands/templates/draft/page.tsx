import type { Metadata } from "next";
import Link from "next/link";
import { TemplateEditor } from "@/components/playbook/templates/template-editor";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadTemplates } from "@/lib/domains/playbook/loaders/templates";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbooktemplates");
	return { title: t("draft.title") };
}

export default async function PlaybookTemplateDraftPage() {
	const [t, desk] = await Promise.all([getTranslations("playbooktemplates"), loadTemplates({})]);
	const { draft, versions, canManage } = desk;
	const latest = versions[0];
	const back = (
		<Button variant="secondary" asChild>
			<Link href={routes.ops.playbookTemplates()}>{t("draft.back")}</Link>
		</Button>
	);
	if (!draft || !latest)
		return (
			<>
				<Crumb label={t("draft.title")} />
				<PageHeader title={t("draft.title")} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={back} />
				</Card>
			</>
		);
	return (
		<ClientMessages namespaces={["playbooktemplates", "policies", "drafts", "errors"]}>
			<Crumb label={t("draft.title")} />
			<PageHeader
				title={t("draft.title")}
				description={t("draft.description", { version: draft.baseVersion })}
				actions={back}
			/>
			{!canManage && <Banner className="mb-4">{t("draft.readOnly")}</Banner>}
			<TemplateEditor
				key={draft.id}
				draft={{ draftId: draft.id, version: draft.version, form: draft.form, savedAt: draft.updatedAt }}
				latest={{ version: latest.version, items: latest.items }}
				canManage={canManage}
			/>
		</ClientMessages>
	);
}
