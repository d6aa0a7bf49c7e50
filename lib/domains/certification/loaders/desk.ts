import "server-only";
import { notFound } from "next/navigation";
import { type CertificateLevel, certificateLevels } from "@/lib/domains/certification/constants/certificates";
import { countBank, findBankQuestion, listBank } from "@/lib/domains/certification/data/bank";
import { readExamPolicy, readExamPolicyVersion } from "@/lib/domains/certification/data/exam-policy";
import { listDrawable } from "@/lib/domains/certification/data/papers";
import { readMarked, readPassRates } from "@/lib/domains/certification/data/statistics";
import { findWindow, listWindowCandidates, listWindows } from "@/lib/domains/certification/data/windows";
import { compareDraws } from "@/lib/domains/certification/rules/fairness";
import { difficultiesOf, reportItems } from "@/lib/domains/certification/rules/report-items";
import { bankQuerySchema } from "@/lib/domains/certification/schema/bank";
import type { Coverage } from "@/lib/domains/certification/types/windows";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

type Params = Record<string, string | string[] | undefined>;

/** Windows with their seats, and how far the bank fills the blueprints of the policy in force. */
export async function loadExamWindows() {
	const scope = await requireScope("exam.read", routes.ops.exams());
	const { document } = await readExamPolicy(businessDayOf(new Date()));
	const [windows, coverage] = await Promise.all([
		listWindows(scope),
		Promise.all(
			document.blueprints.map(async ({ level, sections }) => ({
				level,
				sections: coverOf(sections, await listDrawable(level)),
			})),
		),
	]);
	return { windows, coverage, topics: document.topics, mayWrite: can(scope.role, "exam.write") };
}

function coverOf(
	sections: readonly Omit<Coverage, "found">[],
	bank: Awaited<ReturnType<typeof listDrawable>>,
): Coverage[] {
	return sections.map((section) => ({
		...section,
		found: bank.filter(
			({ topic, difficulty }) => topic === section.topic && difficulty === section.difficulty,
		).length,
	}));
}

/** One window with everybody who has a seat in it. */
export async function loadExamWindow(id: string) {
	const scope = await requireScope("exam.read", routes.ops.examWindow(id));
	const window = (await findWindow(scope, id)) ?? notFound();
	const [candidates, { document }] = await Promise.all([
		listWindowCandidates(scope, id),
		readExamPolicyVersion(window.policyVersion),
	]);
	const blueprint = document.blueprints.find(({ level }) => level === window.level) ?? null;
	return { window, candidates, blueprint, now: new Date(), mayWrite: can(scope.role, "exam.write") };
}

/** A page of the bank. */
export async function loadBank(params: Params) {
	const scope = await requireScope("exam.read", routes.ops.questions());
	const query = bankQuerySchema.parse(params);
	const weakIds = query.weak ? await findWeak(scope, query.level) : null;
	const [list, counts, { document }] = await Promise.all([
		listBank(scope, query, weakIds),
		countBank(scope),
		readExamPolicy(businessDayOf(new Date())),
	]);
	return { query, ...list, counts, topics: document.topics, mayWrite: can(scope.role, "exam.write") };
}

async function findWeak(scope: PlatformScope, level: CertificateLevel | null): Promise<string[]> {
	const levels = level ? [level] : certificateLevels;
	const marked = await Promise.all(levels.map((one) => readMarked(scope, one)));
	return marked
		.flatMap(reportItems)
		.filter(({ flags }) => flags.length > 0)
		.map(({ questionId }) => questionId);
}

/** What a form for a new question needs. */
export async function loadNewQuestion() {
	await requireScope("exam.write", routes.ops.newQuestion());
	const { document } = await readExamPolicy(businessDayOf(new Date()));
	return { topics: document.topics };
}

/** A question with its versions and what sittings say of the one that was asked last. */
export async function loadQuestion(id: string) {
	const scope = await requireScope("exam.read", routes.ops.question(id));
	const question = (await findBankQuestion(scope, id)) ?? notFound();
	const asked = question.versions.find(({ papers }) => papers > 0);
	const [{ document }, marked] = await Promise.all([
		readExamPolicy(businessDayOf(new Date())),
		asked ? readMarked(scope, asked.level) : [],
	]);
	const own = marked.filter(({ versionId }) => versionId === asked?.id);
	return {
		question,
		asked: asked ?? null,
		report: reportItems(own)[0] ?? null,
		topics: document.topics,
		userId: scope.userId,
		mayWrite: can(scope.role, "exam.write"),
		mayReview: can(scope.role, "exam.review"),
	};
}

/** Pass rates, what sittings say of the questions of a level, and whether its papers were equally hard. */
export async function loadExamStatistics(params: Params) {
	const scope = await requireScope("exam.read", routes.ops.examStatistics());
	const level = certificateLevels.find((one) => one === params.level) ?? "junior";
	const [rates, marked, { document }] = await Promise.all([
		readPassRates(scope),
		readMarked(scope, level),
		readExamPolicy(businessDayOf(new Date())),
	]);
	const items = reportItems(marked);
	return {
		level,
		rates,
		items,
		fairness: compareDraws(difficultiesOf(marked, items)),
		sittings: new Set(marked.map(({ sittingId }) => sittingId)).size,
		topics: document.topics,
	};
}
