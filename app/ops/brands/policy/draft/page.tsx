import type { Metadata } from "next";
import { StepPolicyEditor } from "@/components/playbook/step-policy/step-policy-editor";
import { DraftPage, draftToEdit } from "@/components/policies/draft-page";
import { loadStepPolicy } from "@/lib/domains/playbook/loaders/step-policy";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("steppolicy");
	return { title: t("draft.title") };
}

export default async function StepPolicyDraftPage() {
	const [t, desk] = await Promise.all([getTranslations("steppolicy"), loadStepPolicy({})]);
	const { draft, versions, canManage } = desk;
	const [latest, inForce] = [versions[0], versions.find(({ status }) => status === "inForce")];
	return (
		<DraftPage
			title={t("draft.title")}
			description={draft && t("draft.description", { version: draft.baseVersion })}
			back={{ href: routes.ops.stepPolicy(), label: t("draft.back") }}
			canManage={canManage}
			readOnly={t("draft.readOnly")}
			namespaces={["steppolicy"]}
		>
			{draft && latest && inForce && (
				<StepPolicyEditor
					key={draft.id}
					draft={draftToEdit(draft)}
					latest={latest}
					inForce={inForce.document}
					canManage={canManage}
				/>
			)}
		</DraftPage>
	);
}
