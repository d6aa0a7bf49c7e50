import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { factsOf, rejudge } from "@/lib/domains/tiers/rules/rejudge";
import type {
	Decision,
	DecisionReceipt,
	ExpertCounts,
	PartnerFacts,
	RedLineRecord,
} from "@/lib/domains/tiers/types";
import {
	addDays,
	addMonths,
	type Day,
	type Month,
	monthOf,
	monthRange,
	shiftMonth,
} from "@/lib/platform/time";

export type OwnMonth = { readonly month: Month; readonly gmvFen: bigint };
export type OwnCertificate = {
	readonly number: string;
	readonly holderName: string;
	readonly level: CertificateLevel;
	readonly issuedOn: Day;
	/** First day on which it no longer counts, for whatever reason. */
	readonly endsOn: Day;
};

/** What the partner has on the books today. `months` are under the receipt's GMV measure. */
export type OwnBooks = {
	readonly months: readonly OwnMonth[];
	readonly certificates: readonly OwnCertificate[];
	readonly redLines: readonly RedLineRecord[];
};

export type Projection = {
	readonly period: Month;
	/** The first day the run can be made. */
	readonly asOf: Day;
	readonly leavingMonth: Month;
	readonly leavingFen: bigint;
	/** The run's own month and what is booked in it so far. */
	readonly enteredFen: bigint;
	readonly isEnteredWhole: boolean;
	/** The trailing GMV with nothing but what is booked today. */
	readonly gmvFen: bigint;
	/** The held tier's GMV line (the least amount that passes) and what new sales it still takes; null: no such line. */
	readonly lineFen: bigint | null;
	readonly neededFen: bigint | null;
	readonly experts: ExpertCounts;
	readonly endingCertificates: readonly OwnCertificate[];
	readonly endingRedLines: readonly RedLineRecord[];
	/** With booked sales only; and with new sales that replace what leaves. */
	readonly booked: Decision;
	readonly steady: Decision;
};

/**
 * The next runs as far as today's books tell: months of GMV that leave the trailing window, certificates and red lines
 * that end, protection that runs out. Every verdict is the engine's (`rejudge`); forces, dispute rate and all other
 * partners are as in the receipt. Each run follows on the one before it.
 */
export function projectRuns(receipt: DecisionReceipt, books: OwnBooks, today: Day, runs = 3): Projection[] {
	const held = receipt.decision.tier;
	let [booked, steady]: [Decision, Decision] = [receipt.decision, receipt.decision];
	let from: Day = receipt.asOf;
	return Array.from({ length: runs }, (_, i) => {
		const window = moveWindow(receipt, books, i + 1, today);
		const facts = withRecords(receipt, books, window.asOf);
		const before = follow(booked);
		const beforeSteady = follow(steady);
		booked = rejudge(
			receipt,
			{ ...facts, gmvFen: window.gmvFen, previous: before },
			{ asOf: window.asOf },
		).decision;
		steady = rejudge(receipt, { ...facts, previous: beforeSteady }, { asOf: window.asOf }).decision;
		const ended = endedBetween(receipt, books, from, window.asOf);
		from = window.asOf;
		return {
			...window,
			...lineOf(receipt, held, window.gmvFen),
			...ended,
			experts: facts.experts,
			booked,
			steady,
		};
	});
}

/** Certified heads on a day, a holder counted once at the highest level. */
export function countHeads(certificates: readonly OwnCertificate[], on: Day): ExpertCounts {
	const rank = { junior: 1, intermediate: 2, senior: 3 } as const;
	const best = new Map<string, CertificateLevel>();
	for (const { holderName, level, issuedOn, endsOn } of certificates) {
		const known = best.get(holderName);
		if (issuedOn <= on && on < endsOn && (!known || rank[level] > rank[known])) best.set(holderName, level);
	}
	const levels = [...best.values()];
	const count = (level: CertificateLevel) => levels.filter((one) => one === level).length;
	return { senior: count("senior"), intermediate: count("intermediate"), junior: count("junior") };
}

function moveWindow({ rules, windows, inputs }: DecisionReceipt, books: OwnBooks, step: number, today: Day) {
	const period = shiftMonth(windows.period, step);
	const earliest = addDays(monthRange(period).to, rules.minClosedDays);
	const first = monthOf(windows.gmv.from);
	const sum = (month: Month) => books.months.find((one) => one.month === month)?.gmvFen ?? 0n;
	let gmvFen = BigInt(inputs.gmvFen);
	for (let i = 0; i < step; i++) gmvFen += sum(shiftMonth(windows.period, i + 1)) - sum(shiftMonth(first, i));
	const leavingMonth = shiftMonth(first, step - 1);
	return {
		period,
		asOf: earliest > today ? earliest : today,
		leavingMonth,
		leavingFen: sum(leavingMonth),
		enteredFen: sum(period),
		isEnteredWhole: monthRange(period).to <= today,
		gmvFen,
	};
}

function withRecords(receipt: DecisionReceipt, books: OwnBooks, asOf: Day): PartnerFacts {
	return { ...factsOf(receipt), experts: countHeads(books.certificates, asOf), redLines: books.redLines };
}

/** Only the tier and the runs at the bottom matter to the run that follows. */
function follow({ tier, bottomRuns }: Decision): PartnerFacts["previous"] {
	return { runId: "", tier, bottomRuns };
}

function lineOf({ rules }: DecisionReceipt, tier: TierLevel, gmvFen: bigint) {
	const criterion = rules.tiers
		.find((one) => one.level === tier)
		?.criteria.find((one) => one.metric === "gmv");
	if (!criterion) return { lineFen: null, neededFen: null };
	const lineFen = BigInt(criterion.threshold) + (criterion.comparison === ">" ? 1n : 0n);
	return { lineFen, neededFen: gmvFen < lineFen ? lineFen - gmvFen : 0n };
}

/** What counted on `from` and no longer does on `to`. */
function endedBetween({ rules }: DecisionReceipt, books: OwnBooks, from: Day, to: Day) {
	const endOf = (record: RedLineRecord) => addMonths(record.occurredOn, rules.redLines.recordMonths);
	return {
		endingCertificates: books.certificates.filter((one) => from < one.endsOn && one.endsOn <= to),
		endingRedLines: books.redLines.filter((one) => from < endOf(one) && endOf(one) <= to),
	};
}
