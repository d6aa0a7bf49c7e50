import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import type { FundCasePage, FundVote } from "@/lib/domains/fund/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { choiceTones } from "../words";
import { VoteForm } from "./vote-form";

/** The open round or the last one: how far it is, who said what, and the reader's own vote. */
export async function VotesCard(page: FundCasePage) {
	const t = await getTranslations("fund");
	const { application, policy, votes, rights, ownVote } = page;
	if (application.round === 0)
		return (
			<Card>
				<CardHeader title={t("vote.title")} description={t("vote.before")} />
			</Card>
		);
	const current = votes.filter((vote) => vote.round === application.round);
	const older = [...new Set(votes.map((vote) => vote.round))].filter((round) => round !== application.round);
	const round = { round: application.round, version: policy.version };
	return (
		<Card>
			<CardHeader title={t("vote.title")} description={t("vote.round", round)} />
			<CardBody className="space-y-4">
				<Quorum {...page} />
				<VoteList votes={current} />
				<Absent {...page} />
				{rights.canVote && (
					<VoteForm applicationId={application.id} round={application.round} own={ownVote} />
				)}
				{older.map((number) => (
					<details key={number} className="text-sm">
						<summary className="cursor-pointer text-ink-soft">{t("vote.older", { round: number })}</summary>
						<div className="mt-2">
							<VoteList votes={votes.filter((vote) => vote.round === number)} />
						</div>
					</details>
				))}
			</CardBody>
		</Card>
	);
}

async function Quorum({ tally, policy }: FundCasePage) {
	const t = await getTranslations("fund");
	const { quorum } = policy.document;
	const state = tally.hasQuorum ? (tally.isCarried ? "carried" : "notCarried") : "missing";
	return (
		<div className="space-y-1.5">
			<p className="flex items-baseline justify-between gap-3 text-sm">
				<span className="text-ink">{t(`vote.${state}`, { missing: tally.missing })}</span>
				<span className="figure shrink-0 text-ink-faint text-xs">
					{t("vote.quorum", { cast: tally.cast, quorum })}
				</span>
			</p>
			<Progress
				label={t("vote.quorumLabel")}
				value={tally.cast}
				max={quorum}
				valueText={t("vote.quorum", { cast: tally.cast, quorum })}
				tone={state === "carried" ? "success" : state === "notCarried" ? "danger" : "brand"}
			/>
			<p className="text-ink-faint text-xs">
				{t("vote.tally", { for: tally.for, against: tally.against, abstain: tally.abstain })}
			</p>
		</div>
	);
}

async function VoteList({ votes }: { votes: readonly FundVote[] }) {
	const [t, locale] = await Promise.all([getTranslations("fund"), getLocale()]);
	if (votes.length === 0) return <p className="text-ink-faint text-sm">{t("vote.none")}</p>;
	return (
		<ul aria-label={t("vote.list")} className="divide-y">
			{votes.map((vote) => (
				<li key={vote.userId} className="py-2.5 first:pt-0 last:pb-0">
					<p className="flex flex-wrap items-center gap-2 text-sm">
						<span className="font-medium text-ink">{vote.userName}</span>
						<Badge tone={choiceTones[vote.choice]}>{t(`choices.${vote.choice}`)}</Badge>
						<span className="figure ml-auto text-2xs text-ink-faint">{formatDateTime(vote.at, locale)}</span>
					</p>
					<p className="wrap-anywhere mt-1 whitespace-pre-line text-ink-soft text-sm">{vote.reason}</p>
				</li>
			))}
		</ul>
	);
}

async function Absent({ application, people, votes, rights }: FundCasePage) {
	const t = await getTranslations("fund");
	if (application.stage !== "COMMITTEE") return null;
	const voted = new Set(votes.filter((vote) => vote.round === application.round).map((vote) => vote.userId));
	const members = people.filter((person) => person.isMember);
	const names = (list: typeof members) => list.map((person) => person.name).join(" · ");
	const waiting = members.filter((person) => !person.isBound && !voted.has(person.userId));
	const bound = members.filter((person) => person.isBound);
	return (
		<div className="space-y-1 text-ink-faint text-xs">
			{waiting.length > 0 && <p>{t("vote.waiting", { names: names(waiting) })}</p>}
			{bound.length > 0 && <p>{t("vote.bound", { names: names(bound) })}</p>}
			{rights.canWork && !rights.canVote && <p>{t("vote.notMember")}</p>}
		</div>
	);
}
