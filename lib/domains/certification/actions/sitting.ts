"use server";

import { revalidatePath } from "next/cache";
import { beginSitting } from "@/lib/domains/certification/mutations/begin-sitting";
import { bookSeat, cancelBooking } from "@/lib/domains/certification/mutations/book";
import { handIn, openSitting } from "@/lib/domains/certification/mutations/open-sitting";
import {
	beginSittingSchema,
	bookSeatSchema,
	cancelBookingSchema,
	handInSchema,
	openSittingSchema,
} from "@/lib/domains/certification/schema/sitting";
import { defineAction } from "@/lib/platform/action/define-action";
import type { Outcome } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";

async function shown<Value extends object>(work: Promise<Outcome<Value>>): Promise<Outcome<Value>> {
	const outcome = await work;
	if (outcome.ok) revalidatePath(routes.partner.exams(), "layout");
	return outcome;
}

export const bookExamSeat = defineAction({
	permission: "exam.own",
	input: bookSeatSchema,
	handler: ({ scope, input }) => shown(bookSeat(scope, input)),
});

export const cancelExamSeat = defineAction({
	permission: "exam.own",
	input: cancelBookingSchema,
	handler: ({ scope, input }) => shown(cancelBooking(scope, input)),
});

export const beginExam = defineAction({
	permission: "exam.own",
	input: beginSittingSchema,
	handler: ({ scope, input }) => beginSitting(scope, input),
});

export const openExam = defineAction({
	permission: "exam.own",
	input: openSittingSchema,
	handler: ({ scope, input }) => openSitting(scope, input),
});

export const handInExam = defineAction({
	permission: "exam.own",
	input: handInSchema,
	handler: ({ scope, input }) => shown(handIn(scope, input)),
});
