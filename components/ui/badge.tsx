import { cva } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const badgeTones = ["neutral", "brand", "spark", "info", "success", "warning", "danger"] as const;
export type BadgeTone = (typeof badgeTones)[number];

const badgeVariants = cva("badge", {
	variants: {
		tone: {
			neutral: "bg-sunken text-ink-soft",
			brand: "bg-brand-soft text-brand-ink",
			spark: "bg-spark text-on-spark",
			info: "bg-info-soft text-info-ink",
			success: "bg-success-soft text-success-ink",
			warning: "bg-warning-soft text-warning-ink",
			danger: "bg-danger-soft text-danger-ink",
		} satisfies Record<BadgeTone, string>,
	},
	defaultVariants: { tone: "neutral" },
});

export type BadgeProps = ComponentProps<"span"> & { tone?: BadgeTone };

export function Badge({ tone, className, ...props }: BadgeProps) {
	return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
