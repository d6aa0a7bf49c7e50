import Link from "next/link";
import { type TrackName, trackLabel } from "@/components/gmv/track-labels";
import { StatusBadge } from "@/components/ui/status-badge";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ProposalRow } from "@/lib/domains/gmv/rules/explorer-view";
import { type BindingSide, mayDecide, mayWithdraw } from "@/lib/domains/gmv/rules/proposal-sides";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ProposalActions } from "./proposal-actions";

export const proposalTones = {
	PROPOSED: "info",
	CONFIRMED: "success",
	DECLINED: "danger",
	WITHDRAWN: "neutral",
} as const;

type ProposalTableProps = {
	proposals: readonly ProposalRow[];
	tracks: readonly TrackName[];
	/** The side of the reader; null for one who only reads. */
	side: BindingSide | null;
	today: string;
	/** Platform's staff are led on to the shop and the partner. */
	isOps?: boolean;
};

export async function ProposalTable(props: ProposalTableProps) {
	const t = await getTranslations("gmv");
	const heads = ["shop", "partner", "span", "state", "by", "note"] as const;
	return (
		<Table label={t("proposals.table")}>
			<TableHeader>
				<TableRow>
					{heads.map((head) => (
						<TableHead key={head} className={head === "shop" || head === "partner" ? "min-w-44" : undefined}>
							{t(`proposals.${head}`)}
						</TableHead>
					))}
					<TableHead className="w-0">{t("proposals.decision")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{props.proposals.map((proposal) => (
					<ProposalTableRow key={proposal.id} proposal={proposal} {...props} />
				))}
			</TableBody>
		</Table>
	);
}

const linkClasses = "hover:text-brand-ink hover:underline hover:underline-offset-4";

async function ProposalTableRow({
	proposal,
	tracks,
	side,
	today,
	isOps,
}: ProposalTableProps & { proposal: ProposalRow }) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	const shop = proposal.shopName ?? proposal.shopCode;
	const to = proposal.toDay ? formatDate(proposal.toDay, locale) : t("proposals.open");
	return (
		<TableRow>
			<TableRowHead>
				{isOps ? (
					<Link href={routes.ops.gmvShop(proposal.shopId)} className={linkClasses}>
						{shop}
					</Link>
				) : (
					shop
				)}
				<span className="block font-mono font-normal text-ink-faint text-xs">{proposal.shopCode}</span>
			</TableRowHead>
			<TableCell>
				{isOps ? (
					<Link href={routes.ops.partner(proposal.partnerId)} className={linkClasses}>
						{proposal.partnerName}
					</Link>
				) : (
					proposal.partnerName
				)}
				<span className="block text-ink-faint text-xs">{trackLabel(tracks, proposal.trackCode, locale)}</span>
			</TableCell>
			<TableCell className="figure whitespace-nowrap">
				{formatDate(proposal.fromDay, locale)}
				<span className="block text-ink-faint text-xs">{to}</span>
			</TableCell>
			<TableCell>
				<StatusBadge
					status={proposal.status}
					tones={proposalTones}
					label={t(`proposalState.${proposal.status}`)}
				/>
			</TableCell>
			<TableCell className="whitespace-nowrap">
				{t(`side.${proposal.proposedBy}`)}
				<span className="figure block text-ink-faint text-xs">{formatDate(proposal.proposedAt, locale)}</span>
			</TableCell>
			<TableCell className="max-w-64 text-ink-soft text-xs">{proposal.note ?? "–"}</TableCell>
			<TableCell>
				<Decision proposal={proposal} side={side} today={today} />
			</TableCell>
		</TableRow>
	);
}

type DecisionProps = { proposal: ProposalRow; side: BindingSide | null; today: string };

async function Decision({ proposal, side, today }: DecisionProps) {
	const [t, locale] = await Promise.all([getTranslations("gmv"), getLocale()]);
	if (proposal.status === "PROPOSED" && side) {
		const from = proposal.fromDay < today ? today : proposal.fromDay;
		return (
			<ProposalActions
				bindingId={proposal.id}
				shop={proposal.shopCode}
				partner={proposal.partnerName}
				from={formatDate(from, locale)}
				isLate={proposal.fromDay < today}
				canDecide={mayDecide(proposal.proposedBy, side)}
				canWithdraw={mayWithdraw(proposal.proposedBy, side)}
			/>
		);
	}
	const date = proposal.decidedAt && formatDate(proposal.decidedAt, locale);
	return (
		<span className="text-ink-soft text-xs">
			{date && (proposal.decidedBy ? t("proposals.byWhom", { date, by: proposal.decidedBy }) : date)}
			{proposal.decisionReason && <span className="block min-w-40">{proposal.decisionReason}</span>}
		</span>
	);
}
