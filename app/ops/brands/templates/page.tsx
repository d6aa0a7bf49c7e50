import type { Metadata } from "next";
import Link from "next/link";
import { BeginTemplate } from "@/components/playbook/templates/begin-template";
import { TemplateChanges } from "@/components/playbook/templates/template-changes";
import { TemplateItems } from "@/components/playbook/templates/template-items";
import { TemplateVersions } from "@/components/playbook/templates/template-versions";
import { CompareCard, ComparedChanges } from "@/components/policies/compare-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { loadTemplates, type TemplateDesk } from "@/lib/domains/playbook/loaders/templates";
import { compareTemplates } from "@/lib/domains/playbook/rules/templates/compare-templates";
import { formatCount, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbooktemplates");
	return { title: t("metaTitle") };
}

export default async function PlaybookTemplatesPage({ searchParams }: Props) {
	const [t, desk] = await Promise.all([
		getTranslations("playbooktemplates"),
		searchParams.then(loadTemplates),
	]);
	const { versions, compared, shown } = desk;
	const of = (wanted?: number) => versions.find(({ version }) => version === wanted)?.items;
	const [before, after] = [of(compared?.from), of(compared?.to)];
	const changes = before && after ? compareTemplates(before, after) : [];
	return (
		<ClientMessages namespaces={["playbooktemplates", "errors"]}>
			<Crumb label={t("title")} />
			<PageHeader title={t("title")} description={t("description")} actions={<Actions {...desk} />} />
			<div className="space-y-4">
				<Notes {...desk} />
				<TemplateVersions versions={versions} />
				<CompareCard versions={versions.map(({ version }) => version)} compared={compared}>
					<ComparedChanges count={changes.length}>
						<TemplateChanges changes={changes} />
					</ComparedChanges>
				</CompareCard>
				{shown && <TemplateItems version={shown.version} items={shown.items} />}
			</div>
		</ClientMessages>
	);
}

async function Actions({ canManage, draft }: TemplateDesk) {
	const t = await getTranslations("playbooktemplates");
	return (
		<>
			<Button asChild variant="secondary">
				<Link href={routes.ops.playbookMigration()}>{t("migrate")}</Link>
			</Button>
			{draft ? (
				<Button asChild variant={canManage ? "primary" : "secondary"}>
					<Link href={routes.ops.playbookTemplateDraft()}>{t(canManage ? "continue" : "view")}</Link>
				</Button>
			) : (
				canManage && <BeginTemplate />
			)}
		</>
	);
}

async function Notes({ canManage, draft, versions }: TemplateDesk) {
	const [t, locale] = await Promise.all([getTranslations("playbooktemplates"), getLocale()]);
	const behind = versions.slice(1).reduce((sum, { brands }) => sum + brands, 0);
	return (
		<>
			{!canManage && <Banner>{t("readOnly")}</Banner>}
			{draft && (
				<Banner title={t("draftOpen")}>
					{t("draftOpenText", {
						by: draft.updatedBy ?? "–",
						at: formatDateTime(draft.updatedAt, locale),
					})}
				</Banner>
			)}
			{behind > 0 && (
				<Banner title={t("migrateCount", { count: formatCount(behind) })}>
					<Link href={routes.ops.playbookMigration()} className="underline underline-offset-4">
						{t("migrate")}
					</Link>
				</Banner>
			)}
		</>
	);
}
