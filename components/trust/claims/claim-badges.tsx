import { Badge } from "@/components/ui/badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ClaimOutcome, ClaimState, ScreenVerdict } from "@/lib/domains/trust/types/claims";
import type { Translations } from "@/lib/platform/i18n/messages";
import { claimTones, verdictTones } from "./claim-words";

/** The words come from the page: a list has hundreds of badges, which need not each open them. */
type Worded = { t: Translations<"trustclaims"> };

type Props = Worded & {
	state: ClaimState;
	outcome: ClaimOutcome | null;
	paymentState: "NONE" | "QUEUED" | "PAID";
	appealState: "OPEN" | "UPHELD" | "REJECTED" | null;
};

/** Where a claim stands: its state, what was decided, and what is still open about it. */
export function ClaimBadges({ t, state, outcome, paymentState, appealState }: Props) {
	return (
		<span className="inline-flex flex-wrap gap-1">
			<StatusBadge status={state} tones={claimTones} label={t(`state.${state}`)} />
			{outcome && (
				<Badge tone={outcome === "GRANTED" ? "success" : "neutral"}>{t(`outcome.${outcome}`)}</Badge>
			)}
			{paymentState === "QUEUED" && <Badge tone="warning">{t("payment.QUEUED")}</Badge>}
			{appealState === "OPEN" && <Badge tone="danger">{t("appealOpen")}</Badge>}
		</span>
	);
}

export function VerdictBadge({ t, verdict }: Worded & { verdict: ScreenVerdict }) {
	return <StatusBadge status={verdict} tones={verdictTones} label={t(`verdict.${verdict}`)} />;
}
