import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { ExitCaseRecord, PartnerRecord, ProbationRecord } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { GiveNoticeDialog } from "./give-notice-dialog";
import { WarnDialog } from "./warn-dialog";

export type PartnerActionsProps = {
	partner: PartnerRecord;
	openExit: ExitCaseRecord | null;
	lastExit: ExitCaseRecord | null;
	probation: ProbationRecord | null;
	evidence: readonly EvidenceFile[];
	canGiveNotice: boolean;
	canWarn: boolean;
	windowDays: number;
	probationDeadline: string;
	isLicenceExpired: boolean;
};

/** Where a partner stands between warning and exit, and what a lead may begin. Brings its own messages. */
export async function PartnerActions(props: PartnerActionsProps) {
	const { partner, canGiveNotice, canWarn, isLicenceExpired } = props;
	const t = await getTranslations("partnership");
	const standing = await standingOf(props);
	if (!standing && !canGiveNotice && !canWarn) return null;
	const named = { id: partner.id, name: partner.name };
	return (
		<ClientMessages namespaces={["partnership", "files", "errors", "common"]}>
			<Banner
				tone={standing ? "warning" : "info"}
				title={t("actions.title")}
				actions={
					<>
						{canWarn && <WarnDialog partner={named} deadline={props.probationDeadline} />}
						{canGiveNotice && (
							<GiveNoticeDialog
								partner={named}
								windowDays={props.windowDays}
								files={props.evidence}
								kind={isLicenceExpired ? "LICENCE_EXPIRED" : undefined}
								reasons={isLicenceExpired ? ["LICENCE_EXPIRED"] : undefined}
							/>
						)}
					</>
				}
			>
				{standing ?? t("actions.calm")}
			</Banner>
		</ClientMessages>
	);
}

async function standingOf({ openExit, lastExit, partner, probation }: PartnerActionsProps) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const exit = openExit ?? (partner.status === "EXITED" ? lastExit : null);
	if (exit) {
		return (
			<Button asChild variant="link">
				<Link href={routes.ops.exit(exit.id)}>{t("actions.exit", { number: exit.number })}</Link>
			</Button>
		);
	}
	if (!probation) return null;
	return (
		<Button asChild variant="link">
			<Link href={routes.ops.probations()}>
				{t("actions.probation", { day: formatDate(probation.deadline, locale) })}
			</Link>
		</Button>
	);
}
