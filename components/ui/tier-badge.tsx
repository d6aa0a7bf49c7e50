import { cn } from "./cn";
import { WindBarb, type WindTier } from "./wind-barb";

const looks: Record<WindTier, string> = {
	1: "bg-tier-1 text-tier-1-mark",
	2: "bg-tier-2 text-tier-2-mark",
	3: "bg-tier-3 text-tier-3-mark",
	4: "bg-tier-4 text-tier-4-mark",
	5: "bg-tier-5 text-tier-5-mark",
};

export type TierBadgeProps = {
	tier: WindTier;
	/** The tier's name from the data, such as 劲风. */
	name: string;
	size?: "sm" | "md" | "lg";
	className?: string;
};

/** T1–T5 as a sail with the tier's wind barb, its code and its name. */
export function TierBadge({ tier, name, size = "md", className }: TierBadgeProps) {
	return (
		<span
			className={cn(
				"inline-flex shrink-0 items-center whitespace-nowrap rounded-[3px_9px_3px_3px] font-semibold",
				looks[tier],
				size === "sm" && "gap-1 py-0.5 pr-2 pl-1 text-xs",
				size === "md" && "gap-1.5 py-1 pr-3 pl-1.5 text-sm",
				size === "lg" && "gap-2 rounded-[4px_16px_4px_4px] py-2 pr-5 pl-3 text-xl",
				className,
			)}
		>
			<WindBarb
				tier={tier}
				className={cn(size === "sm" && "size-4", size === "md" && "size-5", size === "lg" && "size-8")}
			/>
			<span className="figure">T{tier}</span>
			<span>{name}</span>
		</span>
	);
}

/** 1–5 from a stored code such as "T3"; null for anything else. */
export function parseWindTier(code: string): WindTier | null {
	const match = /^T([1-5])$/.exec(code);
	return match ? (Number(match[1]) as WindTier) : null;
}
