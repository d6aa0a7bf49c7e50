import { z } from "zod";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";

/** What a claim waits for; `all` is every one, the newest first. */
export const claimTabs = ["todo", "appeals", "queued", "all"] as const;
export const claimScopes = ["", "mine", "unassigned", "overdue"] as const;
/** Columns of the worklist a reader may leave out; the claim's number and state always show. */
export const claimColumns = ["goods", "guarantee", "verdict", "due", "amount", "assignee"] as const;
export type ClaimColumn = (typeof claimColumns)[number];

/** What a shop sees of them: who works on its claims is the platform's own matter. */
export const shopClaimColumns = claimColumns.filter((column) => column !== "assignee");

export const claimVerdicts = ["PASS", "FAIL", "PERSON"] as const;
export const claimPageSize = 30;
/** As far as anybody turns pages, and as far as hits are counted. */
const mostPages = 300;
export const claimCountCap = claimPageSize * mostPages;

/** The desk's filters as they stand in the address; what does not fit is as if it were not there. */
export const claimDeskSchema = z.object({
	tab: z.enum(claimTabs).catch("todo").default("todo"),
	scope: z.enum(claimScopes).catch("").default(""),
	guarantee: z
		.enum(["", ...guarantees])
		.catch("")
		.default(""),
	verdict: z
		.enum(["", ...claimVerdicts])
		.catch("")
		.default(""),
	/** A claim's number, an order, a shop's code or name, a product. */
	q: z.string().trim().max(100).catch("").default(""),
	page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
});
export type ClaimDeskFilter = z.output<typeof claimDeskSchema>;
