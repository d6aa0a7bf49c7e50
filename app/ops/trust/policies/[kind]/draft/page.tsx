import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
import { TrustPolicyEditor } from "@/components/trust/policy/trust-policy-editor";
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
	const [latest] = versions;
	return (
		<DraftPage
			title={t("draft.title", { name: t(`kind.${kind}`) })}
			description={draft && t("draft.description", { version: draft.baseVersion })}
			back={{ href: routes.ops.trustPolicy(kind), label: t("draft.back") }}
			canManage={canManage}
			namespaces={["trustrules"]}
		>
			{draft && latest && (
				<TrustPolicyEditor
					key={draft.id}
					kind={kind}
					draft={draftToEdit(draft)}
					latest={latest}
					canManage={canManage}
				/>
			)}
		</DraftPage>
	);
}
