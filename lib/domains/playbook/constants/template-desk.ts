/** What may differ in an item between two versions. */
export const templateFields = [
	"step",
	"owner",
	"isRequired",
	"evidence",
	"dueAfterDays",
	"title",
	"text",
] as const;

/** Brands that are shown, and moved, at once. */
export const migrationPageSize = 500;

/** Moves the playbooks of the chosen brands to another version. */
export const migrationJob = "playbook.migrate-brands";
