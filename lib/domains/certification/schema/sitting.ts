import { z } from "zod";
import { CASE_PARTS, OPTIONS } from "@/lib/domains/certification/constants/questions";

const id = z.string().min(1).max(60);
/** What the tab made up for itself; only its SHA-256 is kept. */
const deviceKey = z.string().min(16).max(100);

export const bookSeatSchema = z.strictObject({ windowId: id, userId: id });
export type BookSeat = z.output<typeof bookSeatSchema>;

export const cancelBookingSchema = z.strictObject({ bookingId: id });

export const beginSittingSchema = z.strictObject({ bookingId: id, deviceKey });
export type BeginSitting = z.output<typeof beginSittingSchema>;

export const openSittingSchema = z.strictObject({ sittingId: id, deviceKey, takeOver: z.boolean() });
export type OpenSitting = z.output<typeof openSittingSchema>;

export const handInSchema = z.strictObject({ sittingId: id, deviceKey });
export type HandIn = z.output<typeof handInSchema>;

const position = z
	.number()
	.int()
	.min(0)
	.max(OPTIONS.max - 1);

/** One answer as a device sends it: positions on the screen, part by part, and its count of changes. */
export const saveAnswerSchema = z.strictObject({
	deviceKey,
	position: z.number().int().min(1).max(500),
	revision: z.number().int().min(1).max(1_000_000),
	answer: z.array(z.array(position).max(OPTIONS.max).nullable()).max(CASE_PARTS.max).nullable(),
	isFlagged: z.boolean(),
});
export type SaveAnswer = z.output<typeof saveAnswerSchema>;

export const sittingEventSchema = z.strictObject({ deviceKey, kind: z.enum(["LEFT", "BACK"]) });
