import "server-only";
import { notFound } from "next/navigation";
import {
	findFundCase,
	listFundEvents,
	listFundMovements,
	listFundNotes,
	listFundVotes,
	readFundAvailable,
} from "@/lib/domains/fund/data/applications";
import { findFundPool, listFundPeople, readFundBoard } from "@/lib/domains/fund/data/board";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { listFundTranches } from "@/lib/domains/fund/data/tranches";
import { fundRightsOf, handsOf } from "@/lib/domains/fund/policy";
import { tallyVotes } from "@/lib/domains/fund/rules/tally";
import { boardQuerySchema } from "@/lib/domains/fund/schema";
import type { FundCasePage } from "@/lib/domains/fund/types";
import { readPoolDay } from "@/lib/domains/pools/data/pools";
import { can } from "@/lib/platform/access/permissions";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

export type Query = Record<string, string | string[] | undefined>;

/** The board with its columns, what the fund still has, and who sits in the committee. */
export async function loadFundBoard(search: Query) {
	const scope = await requireScope("fund.read", routes.ops.fund());
	const query = boardQuerySchema.parse(search);
	const today = await readPoolDay();
	const policy = await readFundPolicy(today);
	const [columns, people, fund] = await Promise.all([
		readFundBoard(scope, query),
		listFundPeople(scope, null),
		findFundPool(policy.document.poolCode),
	]);
	return {
		query,
		columns,
		people,
		fund,
		policy,
		today,
		hands: handsOf(scope.role),
		canManage: can(scope.role, "fund.decide"),
		now: new Date(),
	};
}

/** A case with everything the platform knows of it. */
export async function loadFundCase(id: string): Promise<FundCasePage> {
	const scope = await requireScope("fund.read", routes.ops.fundCase(id));
	const application = (await findFundCase(scope, id)) ?? notFound();
	const today = await readPoolDay();
	const [policy, votes, people, events, notes, movements, files, internalFiles, available, tranches] =
		await Promise.all([
			readFundPolicy(today, application.policyVersion),
			listFundVotes(scope, id),
			listFundPeople(scope, application.organisationId),
			listFundEvents(id, { isShared: false }),
			listFundNotes(scope, id),
			listFundMovements(application.grant?.id),
			listFiles(scope, { purpose: "FUND", subjectId: id }),
			listFiles(scope, { purpose: "FUND_REVIEW", subjectId: id }),
			readFundAvailable(application.poolId),
			listFundTranches(id),
		]);
	const current = votes.filter((vote) => vote.round === application.round);
	const own = people.find((person) => person.userId === scope.userId);
	return {
		...{
			application,
			policy,
			votes,
			people,
			events,
			notes,
			movements,
			tranches,
			files,
			internalFiles,
			available,
			today,
		},
		ownId: scope.userId,
		canNote: can(scope.role, "fund.work") && !own?.isBound,
		tally: tallyVotes(current, policy.document),
		ownVote: current.find((vote) => vote.userId === scope.userId) ?? null,
		rights: fundRightsOf(scope.role, {
			stage: application.stage,
			isMember: own?.isMember ?? false,
			isBound: own?.isBound ?? false,
		}),
	};
}

/** The name alone, for the title. */
export async function loadFundCaseName(id: string): Promise<string> {
	const scope = await requireScope("fund.read", routes.ops.fundCase(id));
	const application = (await findFundCase(scope, id)) ?? notFound();
	return `${application.partnerName} · ${application.number}`;
}
