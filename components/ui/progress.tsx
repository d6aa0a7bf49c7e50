import { cn } from "./cn";

export type ProgressProps = {
	label: string;
	/** Between 0 and `max`. */
	value: number;
	max?: number;
	/** What is read aloud and shown instead of a percentage, such as "37 / 100". */
	valueText?: string;
	tone?: "brand" | "success" | "warning" | "danger";
	className?: string;
};

const fills = {
	brand: "bg-brand",
	success: "bg-success",
	warning: "bg-warning",
	danger: "bg-danger",
} as const;

export function Progress({ label, value, max = 100, valueText, tone = "brand", className }: ProgressProps) {
	const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={max}
			aria-valuenow={Math.min(value, max)}
			aria-valuetext={valueText}
			className={cn(
				"h-2 w-full overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset",
				className,
			)}
		>
			<div className={cn("h-full rounded-full", fills[tone])} style={{ width: `${share * 100}%` }} />
		</div>
	);
}
