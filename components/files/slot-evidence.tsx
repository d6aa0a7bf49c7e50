"use client";

import { useTranslations } from "use-intl";
import { useOuterDesk } from "./evidence-desk";
import { EvidenceUpload } from "./evidence-upload";
import type { EvidenceSlot } from "./group-by-slot";

/** The evidence for a force or a track fact of an application, inside the application's desk. */
export function SlotEvidence({ slot, isNamed = false }: { slot: EvidenceSlot; isNamed?: boolean }) {
	const t = useTranslations("files");
	const desk = useOuterDesk();
	if (!desk) return null;
	return (
		<EvidenceUpload
			purpose={desk.purpose}
			subject={desk.subject}
			files={desk.files}
			slot={slot}
			label={isNamed ? t(`slots.${slot}`) : t("upload.of", { name: t(`slots.${slot}`) })}
			hint={t(`ask.${slot}`)}
		/>
	);
}
