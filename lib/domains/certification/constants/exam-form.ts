/** Days between the publication of an exam policy and its first day, and where it reaches more partners than so many (domain.md §3.1). */
export const EXAM_NOTICE_DAYS = 7;
export const EXAM_NOTICE_DAYS_WHEN_MANY = 15;
export const MANY_EXAM_PARTNERS = 50;

export type ExamFigure = {
	readonly code: string;
	readonly unit: "minutes" | "share" | "times" | "days" | "months";
	/** What a larger value means for a candidate. */
	readonly more: "stricter" | "easier";
};

/** The figures of a level, in the order of the form. */
export const levelFigures = [
	{ code: "minutes", unit: "minutes", more: "easier" },
	{ code: "passBps", unit: "share", more: "stricter" },
	{ code: "attempts", unit: "times", more: "easier" },
	{ code: "attemptDays", unit: "days", more: "stricter" },
	{ code: "coolingDays", unit: "days", more: "stricter" },
	{ code: "validMonths", unit: "months", more: "easier" },
] as const satisfies readonly ExamFigure[];
export type LevelFigureCode = (typeof levelFigures)[number]["code"];

/** Those of the practical part. */
export const practicalFigures = [
	{ code: "dueDays", unit: "days", more: "easier" },
	{ code: "passBps", unit: "share", more: "stricter" },
] as const satisfies readonly ExamFigure[];
export type PracticalFigureCode = (typeof practicalFigures)[number]["code"];
