import type { TierMetric } from "@/lib/domains/tiers/constants";
import { ruleOfMetric } from "@/lib/domains/tiers/rules/appeal-criteria";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type { Appealing } from "@/lib/domains/tiers/types/appeals";
import { AppealLink } from "./appeal-link";

type Props = {
	receipt: DecisionReceipt;
	metric: TierMetric;
	/** The metric in words. */
	name: string;
	appealing: Appealing | undefined;
};

/** The way from a metric's line to its appeal: one value stands against every tier's threshold. */
export function MetricAppeal({ receipt, metric, name, appealing }: Props) {
	const among = receipt.tiers
		.flatMap((tier) => tier.criteria)
		.filter((criterion) => criterion.metric === metric)
		.map((criterion) => criterion.ruleId);
	return (
		<AppealLink
			appealing={appealing}
			code={ruleOfMetric(receipt, metric)}
			among={among}
			item={name}
			className="mt-1 font-normal"
		/>
	);
}
