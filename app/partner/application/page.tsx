import type { Metadata } from "next";
import { cookies } from "next/headers";
import { FormView } from "@/components/admission/form/form-view";
import { parseSection, sectionCookie } from "@/components/admission/form/remembered-section";
import { UpcomingStandards } from "@/components/admission/standards/upcoming-standards";
import { StateBadge } from "@/components/admission/state-badge";
import { StartPanel } from "@/components/admission/status/start-panel";
import { StatusView } from "@/components/admission/status/status-view";
import { EvidenceDesk } from "@/components/files/evidence-desk";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { CopyableId } from "@/components/ui/copyable-id";
import { loadOwnApplication } from "@/lib/domains/admission/loaders/applicant";
import { loadOwnEvidence } from "@/lib/domains/admission/loaders/evidence";
import { loadUpcomingStandards } from "@/lib/domains/admission/loaders/standards";
import { isEditable } from "@/lib/domains/admission/rules/transitions";
import type { OwnApplication } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("admission");
	return { title: t("apply.title") };
}

export default async function ApplicationPage() {
	const [t, own] = await Promise.all([getTranslations("admission"), loadOwnApplication()]);
	const { application } = own;
	return (
		<ClientMessages namespaces={["admission", "activation", "drafts", "forces", "files"]}>
			<PageHeader
				title={t("apply.title")}
				meta={
					application && (
						<>
							<StateBadge state={application.state} label={t(`states.${application.state}`)} />
							<CopyableId value={application.number} label={t("status.numberLabel")} />
						</>
					)
				}
			/>
			{(!application || isEditable(application.state)) && (
				<UpcomingStandards upcoming={await loadUpcomingStandards()} className="mb-6" />
			)}
			<Body {...own} />
		</ClientMessages>
	);
}

async function Body({ application, ...own }: OwnApplication) {
	if (!application) return <StartPanel policy={own.policy} tracks={own.tracks} />;
	if (!isEditable(application.state)) return <StatusView application={application} {...own} />;
	const remembered = parseSection((await cookies()).get(sectionCookie)?.value);
	return (
		<EvidenceDesk
			key={application.id}
			purpose="APPLICATION"
			subject={application.id}
			files={await loadOwnEvidence(application.id)}
			handedOverAt={application.submittedAt}
		>
			<FormView application={application} {...own} rememberedSection={remembered} />
		</EvidenceDesk>
	);
}
