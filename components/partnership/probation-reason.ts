import { RACE_CORRECTED, RACE_REASON } from "@/lib/domains/partnership/constants";
import type { ProbationRecord } from "@/lib/domains/partnership/types";
import { getTranslations } from "@/lib/platform/i18n/server";

/** Why a probation was opened: a lead's words, or the rule's in the reader's language. */
export async function reasonOf(probation: Pick<ProbationRecord, "reason">): Promise<string> {
	const t = await getTranslations("partnership");
	return probation.reason === RACE_REASON ? t("probation.raceReason") : probation.reason;
}

/** What was said when a probation was closed: a lead's words, or the system's; null while it is open. */
export async function closingNoteOf({
	closingNote,
}: Pick<ProbationRecord, "closingNote">): Promise<string | null> {
	const t = await getTranslations("partnership");
	return closingNote === RACE_CORRECTED ? t("probation.raceCorrected") : closingNote;
}
