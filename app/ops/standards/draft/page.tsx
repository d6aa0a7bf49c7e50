import type { Metadata } from "next";
import Link from "next/link";
import { AgreementEditor } from "@/components/admission/standards/agreement-editor";
import { StandardsEditor } from "@/components/admission/standards/standards-editor";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadStandardsDraft } from "@/lib/domains/admission/loaders/standards";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const [t, query] = await Promise.all([getTranslations("standards"), searchParams]);
	return { title: t(query.kind === "agreement" ? "draft.titleAgreement" : "draft.title") };
}

export default async function StandardsDraftPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("standards"), searchParams.then(loadStandardsDraft)]);
	const title = t(page.kind === "agreement" ? "draft.titleAgreement" : "draft.title");
	const back = (
		<Button variant="secondary" asChild>
			<Link href={routes.ops.standards(page.kind === "agreement" ? page.kind : undefined)}>
				{t("draft.back")}
			</Link>
		</Button>
	);
	const { draft } = page;
	if (!draft) {
		return (
			<>
				<PageHeader title={title} />
				<Card>
					<EmptyState title={t("draft.none")} description={t("draft.noneText")} actions={back} />
				</Card>
			</>
		);
	}
	return (
		<ClientMessages namespaces={["standards", "policies", "admission", "drafts"]}>
			<PageHeader
				title={title}
				description={t("draft.description", { version: draft.baseVersion })}
				actions={back}
			/>
			{!page.canManage && <Banner className="mb-4">{t("draft.readOnlyDraft")}</Banner>}
			<Editor page={page} />
		</ClientMessages>
	);
}

function Editor({ page }: { page: Awaited<ReturnType<typeof loadStandardsDraft>> }) {
	const nextVersion = (page.versions[0]?.version ?? 0) + 1;
	const { canManage } = page;
	if (page.kind === "agreement") {
		const latest = page.versions[0];
		if (!page.draft || !latest) return null;
		const { id, version, form, updatedAt } = page.draft;
		const draft = { draftId: id, version, form, savedAt: updatedAt };
		return (
			<AgreementEditor
				key={id}
				draft={draft}
				latest={latest}
				nextVersion={nextVersion}
				canManage={canManage}
			/>
		);
	}
	const inForce = page.versions.find(({ status }) => status === "inForce");
	const latest = page.versions[0];
	if (!page.draft || !inForce || !latest) return null;
	const { id, version, form, updatedAt } = page.draft;
	return (
		<StandardsEditor
			key={id}
			draft={{ draftId: id, version, form, savedAt: updatedAt }}
			inForce={inForce}
			latest={latest}
			nextVersion={nextVersion}
			tracks={page.tracks}
			canManage={canManage}
		/>
	);
}
