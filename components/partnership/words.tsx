import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** What somebody wrote, line by line as they wrote it. */
export function Words({ children, className }: { children: ReactNode; className?: string }) {
	return (
		<p className={cn("wrap-anywhere whitespace-pre-wrap text-ink text-sm leading-relaxed", className)}>
			{children}
		</p>
	);
}
