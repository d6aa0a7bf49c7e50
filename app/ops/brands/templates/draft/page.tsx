import type { Metadata } from "next";
import { TemplateEditor } from "@/components/playbook/templates/template-editor";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
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
	const [latest] = versions;
	return (
		<DraftPage
			title={t("draft.title")}
			description={draft && t("draft.description", { version: draft.baseVersion })}
			back={{ href: routes.ops.playbookTemplates(), label: t("draft.back") }}
			canManage={canManage}
			namespaces={["playbooktemplates"]}
		>
			{draft && latest && (
				<TemplateEditor
					key={draft.id}
					draft={draftToEdit(draft)}
					latest={{ version: latest.version, items: latest.items }}
					canManage={canManage}
				/>
			)}
		</DraftPage>
	);
}
