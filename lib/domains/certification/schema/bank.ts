import { z } from "zod";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";
import {
	CASE_PARTS,
	OPTIONS,
	partKinds,
	questionKinds,
	questionStates,
} from "@/lib/domains/certification/constants/questions";
import { forceCodes } from "@/lib/domains/forces/constants";

const id = z.string().min(1).max(60);
const revision = z.coerce.number().int().min(1).max(1_000_000);
const words = (max: number) =>
	z
		.string({ error: "REQUIRED" })
		.transform((value) => value.normalize("NFC").trim())
		.pipe(z.string().max(max, { error: "TOO_LONG" }));
const reason = words(500).pipe(z.string().min(1, { error: "REQUIRED" }));

const part = z.strictObject({
	kind: z.enum(partKinds, { error: "REQUIRED" }),
	prompt: words(1_000),
	options: z.array(words(300)).max(OPTIONS.max),
	key: z
		.array(
			z
				.number()
				.int()
				.min(0)
				.max(OPTIONS.max - 1),
		)
		.max(OPTIONS.max),
});

/** What a writer says of a question; whether it can be asked is judged when it goes to review. */
const content = {
	level: z.enum(certificateLevels, { error: "REQUIRED" }),
	topic: z.string().min(1, { error: "REQUIRED" }).max(40),
	force: z.enum(forceCodes).nullable(),
	difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: "REQUIRED" }),
	kind: z.enum(questionKinds, { error: "REQUIRED" }),
	stem: words(4_000),
	parts: z.array(part).min(1).max(CASE_PARTS.max),
	explanation: words(2_000),
};

export const createQuestionSchema = z.strictObject({
	/** Names the question in imports and lists, for ever. */
	code: z
		.string({ error: "REQUIRED" })
		.transform((value) => value.normalize("NFKC").trim().toUpperCase())
		.pipe(z.string().regex(/^[A-Z0-9][A-Z0-9_-]{1,39}$/, { error: "QUESTION_CODE_INVALID" })),
	...content,
});
export type CreateQuestion = z.output<typeof createQuestionSchema>;

/** `versionId` and `revision` are what the writer read: whoever wrote in between is not overwritten. */
export const editQuestionSchema = z.strictObject({ versionId: id, revision, ...content });
export type EditQuestion = z.output<typeof editQuestionSchema>;

/** The picture of a version in the making; without a file it has none. */
export const setPictureSchema = z
	.strictObject({ versionId: id, revision, fileId: id.nullable(), alt: words(300) })
	.refine(({ fileId, alt }) => fileId === null || alt !== "", { error: "REQUIRED", path: ["alt"] });
export type SetPicture = z.output<typeof setPictureSchema>;

export const submitQuestionSchema = z.strictObject({ versionId: id, revision });
export type SubmitQuestion = z.output<typeof submitQuestionSchema>;

export const reviewQuestionSchema = z
	.strictObject({
		versionId: id,
		revision,
		verdict: z.enum(["APPROVED", "RETURNED"]),
		note: words(1_000),
	})
	.refine(({ verdict, note }) => verdict === "APPROVED" || note !== "", {
		error: "REQUIRED",
		path: ["note"],
	});
export type ReviewQuestion = z.output<typeof reviewQuestionSchema>;

export const retireQuestionSchema = z.strictObject({ questionId: id, reason });
export type RetireQuestion = z.output<typeof retireQuestionSchema>;

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
	z.enum(values).nullable().catch(null).default(null);

export const bankQuerySchema = z.object({
	q: z
		.string()
		.catch("")
		.default("")
		.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100)),
	state: choice(questionStates),
	level: choice(certificateLevels),
	kind: choice(questionKinds),
	force: choice(forceCodes),
	topic: z
		.string()
		.regex(/^[a-z][a-z0-9_-]{0,39}$/)
		.nullable()
		.catch(null)
		.default(null),
	/** Only questions that real sittings found wanting. */
	weak: z
		.literal("1")
		.nullable()
		.catch(null)
		.default(null)
		.transform((value) => value === "1"),
	/** The code after which (or before which) the page begins. */
	after: z.string().max(40).nullable().catch(null).default(null),
	before: z.string().max(40).nullable().catch(null).default(null),
});
export type BankQuery = z.output<typeof bankQuerySchema>;
