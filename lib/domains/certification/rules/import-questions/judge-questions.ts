import type {
	FileQuestion,
	ImportFinding,
	ImportResult,
} from "@/lib/domains/certification/types/question-imports";
import type { QuestionBody, QuestionTags } from "@/lib/domains/certification/types/questions";

/** A question as the bank's newest version has it. */
export type BankContent = QuestionTags & {
	readonly code: string;
	readonly force: string | null;
	readonly body: QuestionBody;
};

type Content = QuestionTags &
	Pick<QuestionBody, "kind" | "stem" | "parts" | "explanation"> & { readonly force: string | null };

const contentOf = ({ kind, level, topic, force, difficulty, stem, parts, explanation }: Content) =>
	JSON.stringify([
		...[kind, level, topic, force, difficulty, stem, explanation],
		parts.map((part) => [part.kind, part.prompt, part.options, part.key]),
	]);

/**
 * What becomes of a file's questions beside the bank: a code the bank does not know is written; one it has with the same
 * content is there already, so that a file that comes again adds nothing; one it has with other content is refused, for an
 * import never writes over what somebody wrote.
 */
export function judgeQuestions(
	questions: readonly FileQuestion[],
	rejected: readonly ImportFinding[],
	bank: readonly BankContent[],
	codeTitle: string,
): { fresh: FileQuestion[]; result: ImportResult } {
	const known = new Map(bank.map((row) => [row.code, contentOf({ ...row, ...row.body })]));
	const fresh: FileQuestion[] = [];
	const told: ImportFinding[] = [];
	let accepted = 0;
	let duplicate = 0;
	for (const question of questions) {
		const { code } = question.input;
		const present = known.get(code);
		if (present === undefined) {
			fresh.push(question);
			accepted += question.lines.length;
			continue;
		}
		const isSame = present === contentOf(question.input);
		if (isSame) duplicate += question.lines.length;
		for (const line of question.lines)
			told.push({ line, column: codeTitle, value: code, code: isSame ? "ALREADY_THERE" : "CODE_TAKEN" });
	}
	const findings = [...rejected, ...told].sort((a, b) => a.line - b.line);
	const refused = new Set(findings.filter(({ code }) => code !== "ALREADY_THERE").map(({ line }) => line))
		.size;
	return {
		fresh,
		result: {
			...{ lines: accepted + duplicate + refused, accepted, duplicate, rejected: refused },
			...{ questions: fresh.length, findings },
		},
	};
}
