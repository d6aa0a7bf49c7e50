/** What a key may be allowed to do. */
export const apiScopes = [
	"orders:write",
	"shop-days:write",
	"force-metrics:write",
	"live-sessions:write",
	"complaints:write",
	"claims:write",
	"claims:read",
	"batches:read",
	"totals:read",
] as const;

/** Beyond it a key is made anew: what nobody renews, nobody watches. */
export const maxKeyDays = 366;
export const keyPrefix = "wmk_";
export const shownPrefixLength = 12;

/** One request: larger deliveries are files. */
export const maxBodyBytes = 16 * 1024 * 1024;
export const maxRecordsPerRequest = 200_000;
/** A file sent from the page; the whole of it is stored before the import begins. */
export const maxUploadBytes = 4 * 1024 * 1024 * 1024;
/** Uploads the page lists: those under way and the last ones. */
export const listedUploads = 12;
export const uploadStates = ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED", "UNMAPPED"] as const;
/** Uploads that still change. */
export const openUploadStates = ["QUEUED", "RUNNING", "UNMAPPED"] as const;
export const uploadJob = "intake.import-upload";
/** The playbook's: brings every brand's steps to what the imports say. */
export const judgeStepsJob = "playbook.judge-steps";
export const rehearsalJob = "intake.rehearse-upload";
/** The value of `mapping` with which a file waits for its columns to be mapped. */
export const askForMapping = "ask";
/** A file that nobody maps is kept so long. */
export const keptUnmappedDays = 14;
