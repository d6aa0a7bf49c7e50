import type { Metadata } from "next";
import { AgreementEditor } from "@/components/admission/standards/agreement-editor";
import { StandardsEditor } from "@/components/admission/standards/standards-editor";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
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
	const isAgreement = page.kind === "agreement";
	return (
		<DraftPage
			title={t(isAgreement ? "draft.titleAgreement" : "draft.title")}
			description={page.draft && t("draft.description", { version: page.draft.baseVersion })}
			back={{ href: routes.ops.standards(isAgreement ? page.kind : undefined), label: t("draft.back") }}
			canManage={page.canManage}
			namespaces={["standards", "admission"]}
		>
			<Editor page={page} />
		</DraftPage>
	);
}

function Editor({ page }: { page: Awaited<ReturnType<typeof loadStandardsDraft>> }) {
	const { canManage } = page;
	const nextVersion = (page.versions[0]?.version ?? 0) + 1;
	if (page.kind === "agreement") {
		const [latest] = page.versions;
		if (!page.draft || !latest) return null;
		const draft = draftToEdit(page.draft);
		return <AgreementEditor key={page.draft.id} {...{ draft, latest, nextVersion, canManage }} />;
	}
	const [latest] = page.versions;
	const inForce = page.versions.find(({ status }) => status === "inForce");
	if (!page.draft || !latest || !inForce) return null;
	const draft = draftToEdit(page.draft);
	const { tracks } = page;
	return (
		<StandardsEditor key={page.draft.id} {...{ draft, inForce, latest, tracks, nextVersion, canManage }} />
	);
}
