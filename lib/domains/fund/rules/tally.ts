import type { FundPolicy } from "@/lib/domains/fund/schema";
import type { FundVote, Tally } from "@/lib/domains/fund/types";

/** What the votes of one round come to under a policy: first the quorum, then more than the majority's share of for and against. */
export function tallyVotes(
	votes: readonly Pick<FundVote, "choice">[],
	{ quorum, majorityBps }: Pick<FundPolicy, "quorum" | "majorityBps">,
): Tally {
	const count = (choice: FundVote["choice"]) => votes.filter((vote) => vote.choice === choice).length;
	const [inFavour, against, abstain] = [count("FOR"), count("AGAINST"), count("ABSTAIN")];
	const cast = votes.length;
	const hasQuorum = cast >= quorum;
	return {
		for: inFavour,
		against,
		abstain,
		cast,
		missing: Math.max(0, quorum - cast),
		hasQuorum,
		isCarried: hasQuorum && inFavour * 10_000 > majorityBps * (inFavour + against),
	};
}

/** Why the committee's case cannot be decided this way; null where it can. The lead puts on record what the committee resolved. */
export function objectionToDeciding(
	to: "INVESTED" | "DECLINED",
	tally: Tally,
): "NO_QUORUM" | "NOT_CARRIED" | "CARRIED" | null {
	if (!tally.hasQuorum) return "NO_QUORUM";
	if (to === "INVESTED") return tally.isCarried ? null : "NOT_CARRIED";
	return tally.isCarried ? "CARRIED" : null;
}
