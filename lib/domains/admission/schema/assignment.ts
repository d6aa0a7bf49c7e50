import { z } from "zod";
import { applicationTarget } from "@/lib/domains/admission/schema/target";

/** Some applications as the lead last saw them, at most a page of the queue, and whom they go to. */
export const assignmentSchema = z.strictObject({
	targets: z.array(applicationTarget).min(1, { error: "REQUIRED" }).max(100, { error: "TOO_LONG" }),
	assigneeId: z.string().min(1).max(64),
});
