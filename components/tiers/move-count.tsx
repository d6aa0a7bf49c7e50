import { ArrowDownRight, ArrowUpRight } from "lucide-react";
import { formatCount } from "@/lib/platform/format";

/** How many rose or fell; nothing is coloured where nothing moved. */
export function MoveCount({ count, direction }: { count: number; direction: "up" | "down" }) {
	if (count === 0) return <span className="text-ink-faint">0</span>;
	const Icon = direction === "up" ? ArrowUpRight : ArrowDownRight;
	return (
		<span
			className={
				direction === "up"
					? "inline-flex items-center gap-0.5 text-success-ink"
					: "inline-flex items-center gap-0.5 text-danger-ink"
			}
		>
			<Icon aria-hidden="true" className="size-3.5" />
			{formatCount(count)}
		</span>
	);
}
