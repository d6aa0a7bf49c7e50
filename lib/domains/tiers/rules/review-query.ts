import { type AnomalyKind, anomalyKinds } from "@/lib/domains/tiers/constants/review";

type Address = Readonly<Record<string, string | string[] | undefined>>;

export type ReviewQuery = {
	kind: AnomalyKind | null;
	/** Only what nobody looked at. */
	open: boolean;
	after: { weight: number; partnerId: string; metric: string } | null;
};

/** What an address asks of a run's review. */
export function readReviewQuery(address: Address): ReviewQuery {
	const text = (name: string) => [address[name]].flat()[0] ?? "";
	return {
		kind: anomalyKinds.find((kind) => kind === text("kind")) ?? null,
		open: text("show") === "open",
		after: readPlace(text("after")),
	};
}

/** The place behind a row, as the address carries it: weight, partner, metric. */
export function writePlace({ weight, partnerId, metric }: NonNullable<ReviewQuery["after"]>): string {
	return [weight, partnerId, metric].join("~");
}

function readPlace(text: string): ReviewQuery["after"] {
	const [weight = "", partnerId = "", metric = ""] = text.split("~");
	return /^\d{1,6}$/.test(weight) && partnerId ? { weight: Number(weight), partnerId, metric } : null;
}
