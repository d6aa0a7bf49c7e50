import { trackFacts } from "@/lib/domains/admission/constants";
import { forceCodes } from "@/lib/domains/forces/constants";
import type { EvidenceFile } from "@/lib/platform/files/types";

/** What evidence of an application may stand for, in the order of the form: track facts, then forces. */
export const evidenceSlots = [...trackFacts, ...forceCodes] as const;
export type EvidenceSlot = (typeof evidenceSlots)[number];

/** Files under their slot, in the order of the form; empty slots are left out, unknown ones come last. */
export function groupBySlot(files: readonly EvidenceFile[]): { slot: string; files: EvidenceFile[] }[] {
	const groups = new Map<string, EvidenceFile[]>(evidenceSlots.map((slot) => [slot, []]));
	for (const file of files) {
		const group = groups.get(file.slot);
		if (group) group.push(file);
		else groups.set(file.slot, [file]);
	}
	return [...groups].flatMap(([slot, members]) => (members.length > 0 ? [{ slot, files: members }] : []));
}
