import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import { formatBps } from "@/lib/platform/format";
import { cn } from "./cn";

export type DeltaProps = {
	/** Change in basis points; null where there is nothing to compare with. */
	bps: number | null;
	/** What it is compared with, such as 环比 or 同比. */
	label: string;
	/** For a figure that is better when smaller, such as a dispute rate. */
	lowerIsBetter?: boolean;
	/** Shown instead of a change that cannot be computed. */
	missing?: string;
};

export function Delta({ bps, label, lowerIsBetter, missing = "–" }: DeltaProps) {
	const Icon = bps === null || bps === 0 ? ArrowRight : bps > 0 ? ArrowUpRight : ArrowDownRight;
	const isGain = bps !== null && bps !== 0 && bps > 0 !== Boolean(lowerIsBetter);
	const isLoss = bps !== null && bps !== 0 && !isGain;
	return (
		<span className="inline-flex items-center gap-1.5 whitespace-nowrap text-xs">
			<span className="text-ink-faint">{label}</span>
			<span
				className={cn(
					"figure inline-flex items-center gap-0.5 font-medium text-ink-soft",
					isGain && "text-success-ink",
					isLoss && "text-danger-ink",
				)}
			>
				<Icon aria-hidden="true" className="size-3.5" />
				{bps === null ? missing : formatBps(bps, { signed: true })}
			</span>
		</span>
	);
}
