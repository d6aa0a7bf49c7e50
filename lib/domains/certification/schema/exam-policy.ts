import { z } from "zod";
import { certificateLevels } from "@/lib/domains/certification/constants/certificates";

const code = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);
const name = z.strictObject({ "zh-CN": z.string().min(1).max(60), en: z.string().min(1).max(80) });
const bps = z.number().int().min(1).max(10_000);

const blueprintSchema = z.strictObject({
	level: z.enum(certificateLevels),
	sections: z
		.array(
			z.strictObject({
				topic: code,
				difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
				count: z.number().int().min(1).max(100),
			}),
		)
		.min(1)
		.max(60),
	minutes: z.number().int().min(5).max(300),
	passBps: bps,
	attempts: z.number().int().min(1).max(20),
	attemptDays: z.number().int().min(1).max(1_000),
	coolingDays: z.number().int().min(0).max(365),
	prerequisite: z.enum(certificateLevels).nullable(),
	validMonths: z.number().int().min(1).max(120),
	practical: z.boolean(),
});

/** How exams are held: a blueprint for each level, the topics questions belong to, and the practical part (domain.md §3.9). */
export const examPolicySchema = z
	.strictObject({
		schemaVersion: z.literal(1),
		topics: z.array(z.strictObject({ code, name })).min(1).max(40),
		blueprints: z.array(blueprintSchema).min(1).max(certificateLevels.length),
		practical: z.strictObject({
			/** Days after the paper within which it is handed in, the last one included. */
			dueDays: z.number().int().min(1).max(180),
			passBps: bps,
			rubric: z
				.array(z.strictObject({ code, name, max: z.number().int().min(1).max(100) }))
				.min(1)
				.max(12),
		}),
	})
	.refine(
		({ topics, blueprints }) =>
			blueprints.every(({ sections }) =>
				sections.every(({ topic }) => topics.some((known) => known.code === topic)),
			),
		{ error: "TOPIC_UNKNOWN" },
	)
	.refine(({ blueprints }) => new Set(blueprints.map(({ level }) => level)).size === blueprints.length, {
		error: "LEVEL_TWICE",
	});
export type ExamPolicy = z.output<typeof examPolicySchema>;
