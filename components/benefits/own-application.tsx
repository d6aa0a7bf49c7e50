import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ApplicationRecord, BenefitFiles, BenefitUse } from "@/lib/domains/benefits/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { ApplicationFacts } from "./application-facts";
import { OwnSteps } from "./own-steps";
import { benefitOf, stateTones } from "./words";

type Props = {
	application: ApplicationRecord;
	uses: readonly BenefitUse[];
	files: BenefitFiles;
	/** Of a use that is not recorded yet. */
	draftFiles: readonly EvidenceFile[];
	today: string;
};

/** The receiver's own application and what it can do next. */
export async function OwnApplication({ application, uses, files, draftFiles, today }: Props) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const name = benefitOf(application, locale);
	return (
		<>
			<Crumb label={name} />
			<PageHeader
				title={name}
				meta={
					<>
						<StatusBadge
							status={application.state}
							tones={stateTones}
							label={t(`states.${application.state}`)}
						/>
						<CopyableId value={application.id} label={t("application.title")} />
					</>
				}
				actions={
					<OwnSteps
						id={application.id}
						state={application.state}
						unit={application.grantId ? application.unit : null}
						left={application.amount - application.spent}
						today={today}
						grantedOn={application.grantedOn}
						uses={uses.length}
						useFiles={draftFiles}
						reportFiles={files.ofReport}
						proof={locale === "en" ? application.proofEn : application.proofZh}
					/>
				}
			/>
			<div className="space-y-6">
				<ApplicationFacts application={application} uses={uses} files={files} />
			</div>
		</>
	);
}
