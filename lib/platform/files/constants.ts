/** What a file is evidence for; the same names as the database's. */
export const filePurposes = [
	"APPLICATION",
	"APPEAL",
	"DEPOSIT",
	"EXIT_NOTICE",
	"EXIT_REPLY",
	"PROBATION",
	"VERIFICATION",
	"TIER_APPEAL",
	"FUND",
	"FUND_REVIEW",
	"PLAYBOOK",
	"BENEFIT_USE",
	"BENEFIT_REPORT",
	"EXAM_PRACTICAL",
	"EXAM_PICTURE",
	"TRUST_CLAIM",
] as const;

/** 10 MB to a file; the database refuses more too. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Files that stand in one slot, and on one subject over all its slots. */
export const maxFilesPerSlot = 10;
export const maxFilesPerSubject = 40;
/** Characters a file name keeps, its extension included. */
export const maxNameLength = 120;

/** What may be uploaded. The media type comes from here and never from the browser. */
export const mediaTypes = {
	pdf: "application/pdf",
	jpg: "image/jpeg",
	jpeg: "image/jpeg",
	png: "image/png",
} as const;
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

/** For the picker of a picture. */
export const acceptedPictures = ".jpg,.jpeg,.png,image/jpeg,image/png";
/** For the file picker. */
export const acceptedFiles = ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png";
