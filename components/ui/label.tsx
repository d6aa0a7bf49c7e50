import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Label({ className, htmlFor, children, ...props }: ComponentProps<"label">) {
	return (
		<label
			htmlFor={htmlFor}
			className={cn("inline-flex items-center gap-1 font-medium text-ink text-sm", className)}
			{...props}
		>
			{children}
		</label>
	);
}
