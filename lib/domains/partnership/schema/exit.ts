import { z } from "zod";
import { exitReasons, noticeKinds, reasonsOfKind } from "@/lib/domains/partnership/constants";
import { dayText, id, version, words } from "@/lib/domains/partnership/schema/words";

/** A lead's notice: what kind, founded on which reasons of that kind, in which words. */
export const openExitSchema = z
	.strictObject({
		partnerId: id,
		kind: z.enum(noticeKinds, { error: "REQUIRED" }),
		reasonCodes: z.array(z.enum(exitReasons)).min(1, { error: "REQUIRED" }).max(10),
		statement: words(2_000),
	})
	.refine(
		({ kind, reasonCodes }) =>
			reasonCodes.every((code) => (reasonsOfKind[kind] as readonly string[]).includes(code)),
		{ error: "REASON_NOT_OF_KIND", path: ["reasonCodes"] },
	);
export type OpenExit = z.output<typeof openExitSchema>;

export const exitTarget = z.strictObject({ caseId: id, version });

export const replyExitSchema = exitTarget.extend({
	answer: z.enum(["ACCEPT", "APPEAL"], { error: "REQUIRED" }),
	reply: words(4_000),
});
export type ReplyExit = z.output<typeof replyExitSchema>;

export const leaveSchema = z.strictObject({ wishedOn: dayText, reason: words(2_000) });
export type Leave = z.output<typeof leaveSchema>;

export const decideExitSchema = z.discriminatedUnion("decision", [
	exitTarget.extend({
		decision: z.literal("CONFIRMED"),
		effectiveOn: dayText,
		reason: words(2_000),
	}),
	exitTarget.extend({ decision: z.literal("DISMISSED"), effectiveOn: z.string(), reason: words(2_000) }),
]);
export type DecideExit = z.output<typeof decideExitSchema>;

export const cancelNoticeSchema = exitTarget.extend({ reason: words(1_000) });
