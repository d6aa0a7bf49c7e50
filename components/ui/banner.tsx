import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export const bannerTones = ["info", "success", "warning", "danger"] as const;
export type BannerTone = (typeof bannerTones)[number];

const looks = {
	info: { Icon: Info, classes: "border-info/40 bg-info-soft text-info-ink" },
	success: { Icon: CircleCheck, classes: "border-success/40 bg-success-soft text-success-ink" },
	warning: { Icon: TriangleAlert, classes: "border-warning/40 bg-warning-soft text-warning-ink" },
	danger: { Icon: CircleAlert, classes: "border-danger/40 bg-danger-soft text-danger-ink" },
} as const satisfies Record<BannerTone, unknown>;

export type BannerProps = {
	tone?: BannerTone;
	title?: ReactNode;
	children?: ReactNode;
	actions?: ReactNode;
	/** `alert` interrupts, for what just went wrong; `status` waits its turn. Nothing is announced without it. */
	role?: "alert" | "status";
	className?: string;
};

/** A message that belongs to the page or the form and stays. For passing news use a toast. */
export function Banner({ tone = "info", title, children, actions, role, className }: BannerProps) {
	const { Icon, classes } = looks[tone];
	return (
		<div
			role={role}
			className={cn(
				"flex items-start gap-3 rounded-lg border px-4 py-3 text-sm",
				actions ? "max-sm:flex-wrap" : "",
				classes,
				className,
			)}
		>
			<Icon aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
			<div className="min-w-0 flex-1">
				{title && <p className="font-semibold">{title}</p>}
				{children && <div className="text-ink">{children}</div>}
			</div>
			{actions && (
				<div className="flex shrink-0 flex-wrap items-center gap-2 max-sm:w-full max-sm:pl-7.5">
					{actions}
				</div>
			)}
		</div>
	);
}
