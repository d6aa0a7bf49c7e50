export const exclusiveStages = ["IDEA", "SAMPLE", "TRIAL", "ON_SALE", "ENDED"] as const;
export type ExclusiveStage = (typeof exclusiveStages)[number];

/**
 * Where a product made for the channel goes from where it stands. From on sale to on sale is a correction of its product
 * number or first day.
 */
export const exclusiveMoves = {
	IDEA: ["SAMPLE", "ENDED"],
	SAMPLE: ["TRIAL", "IDEA", "ENDED"],
	TRIAL: ["ON_SALE", "SAMPLE", "ENDED"],
	ON_SALE: ["ON_SALE", "ENDED"],
	ENDED: [],
} as const satisfies Record<ExclusiveStage, readonly ExclusiveStage[]>;

/** What a message calls a stage: in Chinese, in English. */
export const stageNames = {
	IDEA: ["想法", "idea"],
	SAMPLE: ["打样", "sample"],
	TRIAL: ["试销", "trial"],
	ON_SALE: ["在售", "on sale"],
	ENDED: ["结束", "ended"],
} as const satisfies Record<ExclusiveStage, readonly [string, string]>;

export const maxExclusives = 200;
