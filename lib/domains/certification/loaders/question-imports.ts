import "server-only";
import { notFound } from "next/navigation";
import { SHOWN_FINDINGS } from "@/lib/domains/certification/constants/question-imports";
import { readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import {
	findMappingOfHeader,
	findQuestionImport,
	listQuestionImports,
} from "@/lib/domains/certification/data/question-imports";
import { guessMapping } from "@/lib/domains/certification/rules/import-questions/columns";
import { splitQuestionFile } from "@/lib/domains/certification/rules/import-questions/split-file";
import { questionMappingSchema } from "@/lib/domains/certification/schema/question-imports";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

const SAMPLES = 3;

/** Where files of questions are sent, and the last that came. */
export async function loadQuestionImports() {
	const scope = await requireScope("exam.read", routes.ops.questionImports());
	return { imports: await listQuestionImports(scope), mayWrite: can(scope.role, "exam.write") };
}

/** One file: its columns with what they hold, how they are read, and what came of it. */
export async function loadQuestionImport(id: string) {
	const scope = await requireScope("exam.read", routes.ops.questionImport(id));
	const found = (await findQuestionImport(scope, id)) ?? notFound();
	const { content, ...file } = found;
	const [{ document }, remembered] = await Promise.all([
		readExamPolicy(businessDayOf(new Date())),
		found.mapping ? null : findMappingOfHeader(found.header),
	]);
	const before = questionMappingSchema.safeParse(remembered);
	const records = splitQuestionFile(content)?.records ?? [];
	return {
		file,
		mapping: found.mapping ?? (before.success ? before.data : guessMapping(found.header)),
		isRemembered: before.success,
		samples: file.header.map((_, at) =>
			records
				.map(({ fields }) => fields[at]?.trim() ?? "")
				.filter((text) => text !== "")
				.slice(0, SAMPLES),
		),
		shown: found.result?.findings.slice(0, SHOWN_FINDINGS) ?? [],
		topics: document.topics,
		mayWork: can(scope.role, "exam.write") && found.uploadedById === scope.userId && found.state === "OPEN",
	};
}
