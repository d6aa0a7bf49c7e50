import type { templateFields } from "@/lib/domains/playbook/constants/template-desk";
import type { ItemState, Step, TemplateItem } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** One item while it is edited. A retired one stays in the form until it is published, so that it can be taken back. */
export type TemplateItemForm = {
	readonly step: string;
	readonly owner: string;
	readonly evidence: string;
	readonly isRequired: boolean;
	readonly isRetired: boolean;
	readonly dueAfterDays: string;
	/** Order within its step. */
	readonly position: number;
	readonly titleZh: string;
	readonly titleEn: string;
	readonly textZh: string;
	readonly textEn: string;
};

/** Items by key. */
export type TemplateForm = { readonly items: Readonly<Record<string, TemplateItemForm>> };

export type TemplateFinding =
	| { readonly code: "STEP_WITHOUT_REQUIRED"; readonly step: Step }
	| { readonly code: "TOO_MANY_ITEMS"; readonly count: number };

export type TemplateField = (typeof templateFields)[number];

export type TemplateChange =
	| { readonly kind: "ADDED"; readonly item: TemplateItem }
	| { readonly kind: "RETIRED"; readonly item: TemplateItem }
	| {
			readonly kind: "CHANGED";
			readonly item: TemplateItem;
			readonly before: TemplateItem;
			readonly fields: readonly TemplateField[];
	  };

/** What a brand has of an item, as far as a migration asks. */
export type HeldItem = {
	readonly id: string;
	readonly key: string;
	readonly state: "OPEN" | "PROPOSED" | "DONE";
	readonly isRetired: boolean;
	readonly dueOn: Day;
	/** Evidence, comments or moves stand with it. */
	readonly isWorkedOn: boolean;
};

/** Why an item that the new version has no more is still to be seen: null where nothing was ever done with it. */
export type RetiredTrace = "DONE" | "PROPOSED" | "WORKED" | null;

export type MigrationPlan = {
	readonly added: readonly { readonly item: TemplateItem; readonly position: number; readonly dueOn: Day }[];
	readonly kept: readonly {
		readonly id: string;
		readonly item: TemplateItem;
		readonly position: number;
		readonly dueOn: Day;
		readonly isChanged: boolean;
		/** It was retired and is back. */
		readonly isBack: boolean;
		readonly state: ItemState;
		/** A page that shows it as it was is out of date. */
		readonly isMoved: boolean;
	}[];
	readonly retired: readonly { readonly id: string; readonly key: string; readonly trace: RetiredTrace }[];
};

export type TemplateVersion = {
	version: number;
	items: readonly TemplateItem[];
	publishedAt: Date;
	/** Null for the version the portal came with. */
	publishedBy: string | null;
	/** Brands that work by it. */
	brands: number;
};
