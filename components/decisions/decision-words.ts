import type { DecisionRow } from "@/lib/domains/decisions/types";
import { formatFen } from "@/lib/platform/format";
import type { Translations } from "@/lib/platform/i18n/messages";

type Payload = Record<string, unknown>;

function readPayload(payload: string): Payload {
	try {
		const value: unknown = JSON.parse(payload);
		return typeof value === "object" && value !== null ? (value as Payload) : {};
	} catch {
		return {};
	}
}

const text = (value: unknown): string =>
	typeof value === "string" || typeof value === "number" ? String(value) : "–";

/** What an entry decided, in a sentence; null for a kind that has none yet. */
export function describeDecision(
	{ kind, payload }: Pick<DecisionRow, "kind" | "payload">,
	t: Translations<"decisions">,
): string | null {
	const said = readPayload(payload);
	switch (kind) {
		case "TIER_VERDICT": {
			const values = { period: text(said.period), tier: text(said.tier), previous: text(said.previousTier) };
			const isMove = said.previousTier !== null && said.previousTier !== said.tier;
			return isMove ? t("says.verdictMoved", values) : t("says.verdict", values);
		}
		case "ADMISSION":
			return t(said.decision === "APPROVED" ? "says.approved" : "says.rejected", {
				submission: text(said.submissionNo),
			});
		case "ADMISSION_APPEAL":
			return t(said.decision === "DISMISSED" ? "says.dismissed" : "says.overturned");
		case "TIER_APPEAL":
			return t(said.decision === "ACCEPTED" ? "says.tierAppealAccepted" : "says.tierAppealRejected", {
				period: text(said.period),
			});
		case "BENEFIT":
			return t(`says.benefit.${said.verdict as "GRANTED" | "REFUSED" | "CLAWED_BACK"}`, {
				benefit: text(said.benefit),
			});
		case "PARTNER_ADMITTED":
			return t("says.admitted", { day: text(said.admittedOn) });
		case "EXIT":
			return said.decision === "CONFIRMED"
				? t("says.exitConfirmed", { day: text(said.effectiveOn) })
				: t("says.exitDismissed");
		case "POLICY_PUBLISHED":
			return t("says.policyPublished", { version: text(said.version), day: text(said.effectiveOn) });
		case "FUND_DECISION":
			return t(said.decision === "INVESTED" ? "says.fundInvested" : "says.fundDeclined", {
				amount: typeof said.committedFen === "string" ? formatFen(BigInt(said.committedFen)) : "–",
			});
		default:
			return null;
	}
}

/** Where a fault lies: block, number and id as far as they are known. */
export function describePlace(
	fault: { block: number | null; sequence: number | null; entryId: string | null },
	t: (key: "place.block" | "place.sequence" | "place.entry", values: Record<string, string>) => string,
): string {
	return [
		fault.block === null ? null : t("place.block", { number: String(fault.block) }),
		fault.sequence === null ? null : t("place.sequence", { number: String(fault.sequence) }),
		fault.entryId === null ? null : t("place.entry", { id: fault.entryId }),
	]
		.filter((part) => part !== null)
		.join(" · ");
}
