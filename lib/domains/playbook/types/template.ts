import type {
	evidenceKinds,
	itemMoves,
	itemStates,
	playbookSides,
	steps,
} from "@/lib/domains/playbook/constants/sides";

export type Step = (typeof steps)[number];
export type PlaybookSide = (typeof playbookSides)[number];
export type EvidenceKind = (typeof evidenceKinds)[number];
export type ItemState = (typeof itemStates)[number];
export type ItemMove = (typeof itemMoves)[number];

type Words = { readonly zh: string; readonly en: string };

export type TemplateItem = {
	/** The same over all versions; an item under a new key is another item. */
	readonly key: string;
	readonly step: Step;
	readonly owner: PlaybookSide;
	readonly isRequired: boolean;
	readonly evidence: EvidenceKind;
	/** Calendar days after the playbook began. */
	readonly dueAfterDays: number;
	readonly title: Words;
	readonly text: Words;
};
