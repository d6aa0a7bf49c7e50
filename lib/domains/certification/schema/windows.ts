import { z } from "zod";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";

const id = z.string().min(1).max(60);
const version = z.coerce.number().int().min(1).max(1_000_000);
const words = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.normalize("NFC").trim())
		.pipe(z.string().min(1, { error: "REQUIRED" }).max(max, { error: "TOO_LONG" }));

/** A moment as a form of the browser writes it, read as Asia/Shanghai. */
const moment = z
	.string({ error: "REQUIRED" })
	.min(1, { error: "REQUIRED" })
	.regex(/^2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: "MOMENT_INVALID" })
	.transform((text) => new Date(`${text}:00+08:00`))
	.refine((at) => !Number.isNaN(at.getTime()), { error: "MOMENT_INVALID" });

const content = {
	nameZh: words(60),
	nameEn: words(80),
	opensAt: moment,
	/** Empty: open at any time until it is cancelled. */
	closesAt: z.union([z.literal("").transform(() => null), moment]),
	/** Empty: as many as come. */
	seats: z.union([
		z.literal("").transform(() => null),
		z.coerce
			.number({ error: "SEATS_INVALID" })
			.int({ error: "SEATS_INVALID" })
			.min(1, { error: "SEATS_INVALID" })
			.max(100_000, { error: "SEATS_INVALID" }),
	]),
};
const inOrder = {
	check: ({ opensAt, closesAt }: { opensAt: Date; closesAt: Date | null }) => !closesAt || closesAt > opensAt,
	said: { error: "CLOSES_BEFORE_OPENING", path: ["closesAt"] },
};

export const openWindowSchema = z
	.strictObject({ level: z.enum(certificateLevels, { error: "REQUIRED" }), ...content })
	.refine(inOrder.check, inOrder.said);
export type OpenWindow = z.output<typeof openWindowSchema>;

export const changeWindowSchema = z
	.strictObject({ windowId: id, version, ...content })
	.refine(inOrder.check, inOrder.said);
export type ChangeWindow = z.output<typeof changeWindowSchema>;

export const cancelWindowSchema = z.strictObject({ windowId: id, version, reason: words(500) });
export type CancelWindow = z.output<typeof cancelWindowSchema>;

export const grantExtraTimeSchema = z.strictObject({
	bookingId: id,
	percent: z
		.union([z.number(), z.string().trim().min(1, "REQUIRED")])
		.transform(Number)
		.pipe(
			z
				.number({ error: "PERCENT_INVALID" })
				.int({ error: "PERCENT_INVALID" })
				.min(0, { error: "PERCENT_INVALID" })
				.max(100, { error: "PERCENT_INVALID" }),
		),
	reason: words(500),
});
export type GrantExtraTime = z.output<typeof grantExtraTimeSchema>;
