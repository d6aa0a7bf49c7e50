import type { Day } from "@/lib/platform/time";
import type { EvidenceKind, ItemState, PlaybookSide, Step } from "./template";

export type BrandHead = {
	readonly id: string;
	readonly organisationId: string;
	readonly name: string;
	readonly kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	readonly category: string;
	readonly managerId: string | null;
	readonly managerName: string | null;
	readonly playbookVersion: number | null;
	readonly playbookFrom: Day | null;
};

export type ItemRow = {
	readonly id: string;
	readonly key: string;
	readonly templateVersion: number;
	readonly step: Step;
	readonly owner: PlaybookSide;
	readonly isRequired: boolean;
	readonly evidenceKind: EvidenceKind;
	readonly dueOn: Day;
	readonly assigneeId: string | null;
	readonly assigneeName: string | null;
	readonly state: ItemState;
	readonly version: number;
	readonly isRetired: boolean;
	readonly movedByName: string | null;
	readonly movedAt: Date | null;
	/** Files, links and lists that stand. */
	readonly evidenceCount: number;
	readonly commentCount: number;
};

export type ShownItem = ItemRow & { readonly title: string; readonly text: string };

export type ItemEvent = {
	readonly id: string;
	readonly kind: string;
	readonly byName: string;
	readonly side: PlaybookSide;
	readonly text: string | null;
	readonly at: Date;
};

export type TextEvidence = {
	readonly id: string;
	readonly kind: EvidenceKind;
	readonly text: string;
	readonly addedByName: string;
	readonly side: PlaybookSide;
	readonly addedAt: Date;
};

export type Person = { readonly id: string; readonly name: string; readonly side: PlaybookSide };
